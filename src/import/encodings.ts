/** The encoding that goes by this name ("windows-1252" for "cp1252"), or null where there is none of it. */
export function encodingNamed(name: string): string | null {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}
