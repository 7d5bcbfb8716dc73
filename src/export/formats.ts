export const EXPORT_FORMATS = ['pack', 'csv', 'vault', 'book', 'json', 'ics', 'member'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Formats of many files: a folder, or a zip file where one file is needed. */
const FOLDERS: ReadonlySet<ExportFormat> = new Set(['pack', 'vault']);

/** Whether an export in it is several files. */
export function isFolderFormat(format: ExportFormat): boolean {
  return FOLDERS.has(format);
}

export function isExportFormat(text: string): text is ExportFormat {
  return EXPORT_FORMATS.some((format) => format === text);
}

/** What a lone file of a format is called; a folder's zip file too. */
export function exportName(format: ExportFormat, name: string): string {
  switch (format) {
    case 'pack':
      return `${name}-pack.zip`;
    case 'vault':
      return `${name}-vault.zip`;
    case 'csv':
      return `${name}-claims.csv`;
    case 'book':
      return `${name}-book.json`;
    case 'json':
      return `${name}.json`;
    case 'ics':
      return 'onthisday.ics';
    case 'member':
      return `${name}-member.json`;
  }
}
