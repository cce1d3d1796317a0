import { html, script } from '../reply';
import { standIn } from '../site';

/** The meeting scripts and the web client. */
export const zoom = [
  standIn('source.zoom.us', { '/*': script('window.ZoomMtg = {};') }),
  standIn('zoom.us', {
    '/wc/*': html('<!doctype html><html lang="en"><title>Meeting</title><p>The meeting has not begun.'),
  }),
];
