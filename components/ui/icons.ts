/** Paths on a 16 × 16 grid, drawn with a stroke of 1.5. */
export const icons = {
  chevron: 'M6 3.5 10.5 8 6 12.5',
  external: 'M6.5 3.5H3.5v9h9v-3M9 3h4v4M13 3 7.5 8.5',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5V5h-2.6',
  warning: 'M8 2.2 14.4 13.3H1.6ZM8 6.5v3.2M8 11.4v.1',
  error: 'M5.3 1.8h5.4l3.5 3.5v5.4l-3.5 3.5H5.3l-3.5-3.5V5.3ZM8 4.8v4M8 11v.1',
  note: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M8 7.3v3.6M8 5v.1',
  abroad: 'M3 13 12.5 3.5M6 3.2h6.8V10',
  mail: 'M2 3.8h12v8.4H2ZM2.3 4.2 8 8.8l5.7-4.6',
  copy: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3',
  save: 'M8 2v8M4.7 7 8 10.3 11.3 7M2.5 13.5h11',
  privacy: 'M4 7.2V5.5a4 4 0 0 1 8 0v1.7M2.8 7.2h10.4v6.6H2.8Z',
  settings: 'M2 4.5h6.5M11.5 4.5H14M10 3v3M2 11.5h2.5M7.5 11.5H14M6 10v3',
  audit: 'M3 2.5h7v11H3ZM5 5.5h3M5 8h3M10 6.5h3v7h-3',
  key: 'M8 1.8 13.5 4v4.2c0 3-2.3 5-5.5 6-3.2-1-5.5-3-5.5-6V4ZM5.6 8l1.8 1.8 3.2-3.4',
} as const;

export type IconName = keyof typeof icons;
