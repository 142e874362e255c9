const nameStart = /[\p{ID_Start}\p{Pc}\p{Sc}\p{Extended_Pictographic}]/u;
const namePart = /[\p{ID_Continue}\p{Pc}\p{Sc}\p{Extended_Pictographic}\u00B7]|\u200C|\u200D|\uFE0F/u;

const asciiStart = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36;

/** Whether a name can begin with the code point; a `?` is read separately. */
export const isNameStart = (code: number): boolean => (code < 128 ? asciiStart(code) : nameStart.test(String.fromCodePoint(code)));

export const isNamePart = (code: number): boolean =>
  code < 128 ? asciiStart(code) || isDigit(code) : namePart.test(String.fromCodePoint(code));

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0x85 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200b) ||
  code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff;
