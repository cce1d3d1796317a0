import { pixel, script } from '../reply';
import { standIn } from '../site';

const cookie = 'cdnx=1; Path=/; Max-Age=86400; Secure; SameSite=None';

/** Hosts that no list knows. */
export const unknownParties = [
  standIn('pixel.cdn-x.example', { '/p.gif': pixel({ 'set-cookie': cookie }) }),
  standIn('static.unheard-of.example', { '/widget.js': script('void 0;') }),
];
