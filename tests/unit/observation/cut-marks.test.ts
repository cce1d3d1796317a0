import { expect, test } from 'vitest';
import { hasRoom, isMarked, withMark } from '../../../lib/observation/cut-marks';

const things = Array.from({ length: 3000 }, (_, number) => `shop.example\n/\ncookie-${number.toString()}`);

test('what was marked is known again, and nearly nothing else is', () => {
  const marks = things.slice(0, 1500).reduce(withMark, '');
  expect(things.slice(0, 1500).every((thing) => isMarked(marks, thing))).toBe(true);
  expect(things.slice(1500).filter((thing) => isMarked(marks, thing)).length).toBeLessThan(3);
});

test('3,000 marks fit, in 12,000 characters', () => {
  let marks = '';
  for (const thing of things) {
    expect(hasRoom(marks)).toBe(true);
    marks = withMark(marks, thing);
  }
  expect(hasRoom(marks)).toBe(false);
  expect(marks).toHaveLength(12_000);
});
