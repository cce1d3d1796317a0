/**
 * Which of many things were counted before, in four characters each: a page that sets thousands of cookies again and
 * again has each counted once, and the memory of it stays small. Two of 3,000 are taken for one about once in four pages.
 */
export function isMarked(marks: string, thing: string): boolean {
  const mark = markOf(thing);
  for (let at = marks.indexOf(mark); at >= 0; at = marks.indexOf(mark, at + 1)) if (at % markLength === 0) return true;
  return false;
}

export function withMark(marks: string, thing: string): string {
  return marks + markOf(thing);
}

/** Without room, count no more: the count that goes with it is "at least". */
export function hasRoom(marks: string): boolean {
  return marks.length < mostMarks * markLength;
}

const mostMarks = 3000;
const markLength = 4;
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 24 bits of FNV-1a. */
function markOf(thing: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < thing.length; at += 1) hash = Math.imul(hash ^ thing.charCodeAt(at), 0x01000193);
  const folded = (hash >>> 24) ^ (hash & 0xffffff);
  return [18, 12, 6, 0].map((shift) => signs.charAt((folded >>> shift) & 63)).join('');
}
