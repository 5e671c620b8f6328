/** Why nothing of a file could be opened; what it holds is told by its bytes, never by its name alone. */
export type Refusal =
  | { readonly reason: 'empty' }
  | { readonly reason: 'picture'; readonly format: string }
  | { readonly reason: 'pdf' }
  /** A workbook that is no .xlsx: .xls, .et, .xlsb, .ods. */
  | { readonly reason: 'old-workbook'; readonly format: 'xls' | 'et' | 'xlsb' | 'ods' }
  /** A text or a presentation: .docx, .doc, .wps, .pptx, .ofd, .rtf. */
  | { readonly reason: 'document'; readonly format: string }
  /** A web page, or the XML that some systems hand out under the name of .xls. */
  | { readonly reason: 'markup' }
  | { readonly reason: 'archive'; readonly format: string }
  | { readonly reason: 'encrypted' }
  /** Bytes of the file, or of what it unpacks to, and how many are taken. */
  | { readonly reason: 'too-large'; readonly size: number; readonly limit: number }
  | { readonly reason: 'too-many-columns'; readonly columns: number; readonly limit: number }
  | { readonly reason: 'no-text' }
  /** A text without a second column, or a workbook without a filled sheet. */
  | { readonly reason: 'no-table' }
  /** A header, and nothing under it. */
  | { readonly reason: 'no-rows' }
  | { readonly reason: 'broken-workbook' }

export type RefusalReason = Refusal['reason']
