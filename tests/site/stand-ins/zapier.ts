import { html, script } from '../reply';
import { standIn } from '../site';

/** Puts a frame into each of its own elements, as the web component does. */
const chatbotElement = `customElements.define('zapier-interfaces-chatbot-embed', class extends HTMLElement {
  connectedCallback() {
    const frame = document.createElement('iframe');
    frame.title = 'Chatbot by Zapier';
    frame.src = 'https://interfaces.zapier.com/embed/chatbot/' + this.getAttribute('chatbot-id');
    this.append(frame);
  }
});`;

/** The templates widget and the chatbot: most of what Zapier does cannot be seen in a browser. */
export const zapier = [
  standIn('zapier.com', { '/apps/embed/widget.js': script('document.body.append("Templates by Zapier");') }),
  standIn('interfaces.zapier.com', {
    '/assets/web-components/zapier-interfaces/*': script(chatbotElement),
    '/embed/*': html('<!doctype html><html lang="en"><title>Chatbot</title><p>Ask me'),
  }),
];
