/** The files that an audit can be saved as. */
export const exportFormats = ['html', 'json', 'markdown', 'findings-csv', 'rows-csv', 'har'] as const;
export type ExportFormat = (typeof exportFormats)[number];
