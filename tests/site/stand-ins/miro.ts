import { html } from '../reply';
import { standIn } from '../site';

/** The embedded whiteboard. */
export const miro = [
  standIn('miro.com', {
    '/app/live-embed/*': html('<!doctype html><html lang="en"><title>Board</title><p>A whiteboard'),
  }),
];
