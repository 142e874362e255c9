export { childNamed, childrenNamed, type XmlDocument, type XmlElement } from './element.ts';
export { readXmlSafely } from './read-xml-safely.ts';
