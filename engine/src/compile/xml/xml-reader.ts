import type { XmlElement } from './element.ts';

/** Why a text is not read as XML; caught at the door and turned into a finding. */
export class XmlRefusal extends Error {
  readonly code: string;
  readonly line: number;
  constructor(code: string, message: string, line: number) {
    super(message);
    this.code = code;
    this.line = line;
  }
}

const largest = 10 * 1024 * 1024;
const deepest = 200;
const mostElements = 500_000;
const nameStart = /[\p{ID_Start}_:]/u;
const namePattern = /[\p{ID_Start}_:][\p{ID_Continue}:.\-·]*/uy;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

interface Open extends XmlElement {
  readonly written: string;
  readonly children: XmlElement[];
  readonly spaces: Readonly<Record<string, string>>;
  text: string;
}

/** A reader of one document, without document types and entities of its own; linear in its length. */
export class XmlReader {
  private readonly source: string;
  private position = 0;
  private line = 1;
  private lineAt = 0;
  private count = 0;
  private readonly open: Open[] = [];
  private root: XmlElement | null = null;

  constructor(source: string) {
    if (source.length > largest) throw new XmlRefusal('xml-too-large', `The file is larger than ${largest / 1024 / 1024} MB.`, 1);
    this.source = source.startsWith('\uFEFF') ? source.slice(1) : source;
  }

  read(): XmlElement {
    while (this.position < this.source.length) {
      const at = this.source.indexOf('<', this.position);
      this.takeText(at < 0 ? this.source.length : at);
      if (at >= 0) this.takeMarkup();
    }
    const left = this.open.at(-1);
    if (left) this.refuse('xml-not-well-formed', `The element '${left.written}' of line ${left.line} is not closed.`);
    return this.root ?? this.refuse('xml-not-well-formed', 'The file holds no element.');
  }

  private refuse(code: string, message: string): never {
    throw new XmlRefusal(code, message, this.lineHere());
  }

  private lineHere(): number {
    for (let next = this.source.indexOf('\n', this.lineAt); next >= 0 && next < this.position; next = this.source.indexOf('\n', this.lineAt)) {
      this.line++;
      this.lineAt = next + 1;
    }
    return this.line;
  }

  private takeText(end: number): void {
    const raw = this.source.slice(this.position, end);
    const inside = this.open.at(-1);
    if (inside) inside.text += this.decode(raw);
    else if (raw.trim() !== '') this.refuse('xml-not-well-formed', 'There is text outside of the elements; this is no BPMN or DMN file.');
    this.position = end;
  }

  private takeMarkup(): void {
    if (this.source.startsWith('<!--', this.position)) this.skip('-->', 4);
    else if (this.source.startsWith('<![CDATA[', this.position)) this.takeCharacterData();
    else if (this.source.startsWith('<?', this.position)) this.skip('?>', 2);
    else if (this.source.startsWith('<!', this.position)) this.refuse('xml-document-type', 'Document types and entities are not allowed.');
    else if (this.source.startsWith('</', this.position)) this.takeEnd();
    else this.takeStart();
  }

  private skip(end: string, from: number): void {
    const at = this.source.indexOf(end, this.position + from);
    if (at < 0) this.refuse('xml-not-well-formed', `'${end}' is missing.`);
    this.position = at + end.length;
  }

  private takeCharacterData(): void {
    const start = this.position + 9;
    this.skip(']]>', 9);
    const inside = this.open.at(-1);
    if (!inside) this.refuse('xml-not-well-formed', 'There is text outside of the elements.');
    inside.text += this.source.slice(start, this.position - 3);
  }

  private takeName(): string {
    namePattern.lastIndex = this.position;
    const name = namePattern.exec(this.source)?.[0];
    if (name === undefined) this.refuse('xml-not-well-formed', `A name is expected, but there is '${this.source.slice(this.position, this.position + 10)}'.`);
    this.position += name.length;
    return name;
  }

  private takeSpace(): void {
    while (/[ \t\r\n]/.test(this.source.charAt(this.position))) this.position++;
  }

  private takeStart(): void {
    const line = this.lineHere();
    if (this.root && this.open.length === 0) this.refuse('xml-not-well-formed', 'There is a second outermost element.');
    if (++this.count > mostElements) this.refuse('xml-too-large', `The file holds more than ${mostElements} elements.`);
    this.position++;
    const written = this.takeName();
    const attributes = this.takeAttributes();
    const outer = this.open.at(-1);
    const spaces = declaredSpaces(attributes, outer?.spaces ?? {});
    const [prefix, name] = written.includes(':') ? written.split(':', 2) : ['', written];
    const element: Open = { name: name ?? written, namespace: spaces[prefix ?? ''] ?? null, attributes, children: [], text: '', line, written, spaces };
    if (prefix && element.namespace === null) this.refuse('xml-not-well-formed', `The prefix '${prefix}' is not declared.`);
    outer?.children.push(element);
    this.root ??= element;
    if (this.source.startsWith('/>', this.position)) {
      this.position += 2;
      return;
    }
    if (this.source.charAt(this.position) !== '>') this.refuse('xml-not-well-formed', `The tag of '${written}' does not end.`);
    this.position++;
    this.open.push(element);
    if (this.open.length > deepest) this.refuse('xml-too-deep', `The elements nest more than ${deepest} deep.`);
  }

  private takeAttributes(): Record<string, string> {
    const attributes: Record<string, string> = {};
    for (this.takeSpace(); nameStart.test(this.source.charAt(this.position)); this.takeSpace()) {
      const name = this.takeName();
      this.takeSpace();
      if (this.source.charAt(this.position) !== '=') this.refuse('xml-not-well-formed', `The attribute '${name}' has no value.`);
      this.position++;
      this.takeSpace();
      const quote = this.source.charAt(this.position);
      const end = quote === '"' || quote === "'" ? this.source.indexOf(quote, this.position + 1) : -1;
      if (end < 0) this.refuse('xml-not-well-formed', `The value of the attribute '${name}' is not in quotes.`);
      if (Object.hasOwn(attributes, name)) this.refuse('xml-not-well-formed', `The attribute '${name}' stands twice.`);
      const raw = this.source.slice(this.position + 1, end);
      if (raw.includes('<')) this.refuse('xml-not-well-formed', `The value of the attribute '${name}' holds a '<'.`);
      Object.defineProperty(attributes, name, { value: this.decode(raw.replace(/[\t\r\n]/g, ' ')), enumerable: true });
      this.position = end + 1;
    }
    return attributes;
  }

  private takeEnd(): void {
    this.position += 2;
    const written = this.takeName();
    this.takeSpace();
    if (this.source.charAt(this.position) !== '>') this.refuse('xml-not-well-formed', `The end tag of '${written}' does not end.`);
    const element = this.open.pop();
    if (element?.written !== written) this.refuse('xml-not-well-formed', `'</${written}>' closes '${element?.written ?? 'nothing'}'.`);
    this.position++;
  }

  private decode(raw: string): string {
    if (!raw.includes('&')) return raw;
    return raw.replace(/&([^;\s&<]{0,20});?/g, (written, name: string) => {
      const numeric = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
      const point = numeric ? (numeric[1] ? Number.parseInt(numeric[1], 16) : Number(numeric[2])) : -1;
      if (written.endsWith(';') && point >= 0 && point <= 0x10ffff) return String.fromCodePoint(point);
      const known = written.endsWith(';') ? entities[name] : undefined;
      return known ?? this.refuse('xml-unknown-entity', `'${written}' is no entity; write '&amp;' for the sign '&'.`);
    });
  }
}

/** The namespaces in force: prefix to URI, the empty prefix for the default one. */
function declaredSpaces(attributes: Readonly<Record<string, string>>, outer: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const declared = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return { xml: 'http://www.w3.org/XML/1998/namespace', ...outer, ...Object.fromEntries(declared.map(([name, uri]) => [name.slice(6), uri])) };
}
