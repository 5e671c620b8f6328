export function writeArchive(file: string, rows: number): number
