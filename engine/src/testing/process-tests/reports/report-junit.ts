import type { ProcessTestReport } from '../run-process-tests.ts';

/** The result as JUnit XML, as build servers read it. */
export function reportJunit({ files, passed, failed }: ProcessTestReport): string {
  const suites = files.map(({ file, cases }) => {
    const failures = cases.filter(({ failure }) => failure).length;
    const elements = cases.map(({ name, failure, milliseconds }) => {
      const attributes = `name="${escape(name)}" classname="${escape(file)}" time="${(milliseconds / 1000).toFixed(3)}"`;
      if (!failure) return `    <testcase ${attributes}/>`;
      const where = failure.instruction === null ? failure.type : `instruction ${failure.instruction}, ${failure.type}`;
      return `    <testcase ${attributes}><failure message="${escape(where)}">${escape(failure.message)}</failure></testcase>`;
    });
    return [`  <testsuite name="${escape(file)}" tests="${cases.length}" failures="${failures}">`, ...elements, '  </testsuite>'].join('\n');
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites tests="${passed + failed}" failures="${failed}">`, ...suites, '</testsuites>', ''].join('\n');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

const escape = (text: string): string =>
  text.replace(/[&<>"\n]/g, (character) => entities[character] ?? '').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ');
