import { describe, expect, it } from 'vitest';
import { compileDecisions } from './compile-decisions.ts';
import { decide, decision, evaluate, fileOf, literal, modelOf, needs } from './expect-decision.ts';

describe('requirement graphs', () => {
  const model = modelOf(`
    <inputData id="applicant" name="Applicant Data"><variable name="Applicant Data" typeRef="tApplicant"/></inputData>
    <itemDefinition name="tApplicant"><itemComponent name="Monthly Income"><typeRef>number</typeRef></itemComponent><itemComponent name="born"><typeRef>date</typeRef></itemComponent></itemDefinition>
    ${decision('Yearly Income', literal('Applicant Data.Monthly Income * 12'), needs('Input', 'applicant'))}
    ${decision('Result', literal('if Yearly Income > 1000 then "yes" else "no"'), needs('Decision', 'Yearly_Income'))}
    ${decision('alone', literal('Yearly Income'))}`);

  const inputs = { 'Applicant Data': { 'Monthly Income': 100, born: '2000-01-01' } };

  it('evaluates what is required first, once, the asked one last', () => {
    const outcome = evaluate(model, 'Result', { 'Applicant Data': { 'Monthly Income': 100, born: null } });
    expect(outcome).toMatchObject({ ok: true, output: 'yes' });
    expect(outcome.evaluations.map(({ decisionId, output }) => [decisionId, output])).toEqual([['Yearly_Income', 1200], ['Result', 'yes']]);
  });

  it('makes input that is not of its type null, and says so', () => {
    expect(evaluate(model, 'Yearly Income', inputs)).toMatchObject({ ok: true, output: null, warnings: expect.arrayContaining([expect.objectContaining({ type: 'INVALID_TYPE' })]) });
  });

  it('sees only what is required', () => expect(decide(model, 'alone', inputs)).toBe('null'));

  it('takes input by its name, whatever the file says of it', () => {
    const plain = modelOf(decision('d', literal('amount > 5')));
    expect(decide(plain, 'd', { amount: 6 })).toBe('true');
  });
});

describe('boxed expressions', () => {
  const box = (logic: string, extra = ''): string => decide(modelOf(`${extra}${decision('d', logic, extra ? needs('Knowledge', 'k') : '')}`), 'd', { xs: [1, 2, 3], a: 5 });
  const entry = (name: string, text: string): string => `<contextEntry><variable name="${name}"/>${literal(text)}</contextEntry>`;
  const double = `<businessKnowledgeModel id="k" name="double it"><variable name="double it"/><encapsulatedLogic><formalParameter name="the number" typeRef="number"/>${literal('the number * 2')}</encapsulatedLogic></businessKnowledgeModel>`;

  it.each([
    ['a context', `<context>${entry('net price', '100')}${entry('gross', 'net price * 1.19')}</context>`, '{net price:100, gross:119}'],
    ['a context with a result', `<context>${entry('x', '2')}<contextEntry>${literal('x ** 10')}</contextEntry></context>`, '1024'],
    ['a list', `<list>${literal('1')}${literal('a')}</list>`, '[1, 5]'],
    ['a relation', `<relation><column name="n"/><column name="m"/><row>${literal('1')}${literal('2')}</row><row>${literal('3')}${literal('4')}</row></relation>`, '[{n:1, m:2}, {n:3, m:4}]'],
    ['a function', `<context><contextEntry><variable name="f"/><functionDefinition><formalParameter name="x"/>${literal('x + a')}</functionDefinition></contextEntry><contextEntry>${literal('f(1)')}</contextEntry></context>`, '6'],
    ['a conditional', `<conditional><if>${literal('a > 3')}</if><then>${literal('"big"')}</then><else>${literal('"small"')}</else></conditional>`, '"big"'],
    ['a filter', `<filter><in>${literal('xs')}</in><match>${literal('item > 1')}</match></filter>`, '[2, 3]'],
    ['an iteration', `<for iteratorVariable="x"><in>${literal('xs')}</in><return>${literal('x * a')}</return></for>`, '[5, 10, 15]'],
    ['some', `<some iteratorVariable="x"><in>${literal('xs')}</in><satisfies>${literal('x > 2')}</satisfies></some>`, 'true'],
    ['every', `<every iteratorVariable="x"><in>${literal('xs')}</in><satisfies>${literal('x > 2')}</satisfies></every>`, 'false'],
  ])('%s', (_, logic, value) => expect(box(logic)).toBe(value));

  it('an invocation of a business knowledge model, boxed and in FEEL', () => {
    const call = `<invocation>${literal('double it')}<binding><parameter name="the number"/>${literal('a')}</binding></invocation>`;
    expect(box(call, double)).toBe('10');
    expect(box(literal('double it(a) + double it(the number: 1)'), double)).toBe('12');
    expect(box(literal('double it("x")'), double)).toBe('null');
  });
});

describe('decision services', () => {
  const model = modelOf(`
    <inputData id="base" name="base"><variable name="base" typeRef="number"/></inputData>
    ${decision('factor', literal('10'))}
    ${decision('product', literal('base * factor'), needs('Input', 'base') + needs('Decision', 'factor'))}
    <decisionService id="s" name="multiply"><variable name="multiply"/><outputDecision href="#product"/><inputDecision href="#factor"/><inputData href="#base"/></decisionService>
    ${decision('use', literal('multiply(3, 4)'), needs('Knowledge', 's'))}`);

  it('take their input decisions as parameters', () => {
    expect(decide(model, 'use')).toBe('12');
    expect(decide(model, 'product', { base: 3 })).toBe('30');
  });
});

describe('types', () => {
  const typed = (type: string, text: string, definitions = ''): string =>
    decide(modelOf(`${definitions}<decision id="d" name="d"><variable name="d" typeRef="${type}"/>${literal(text)}</decision>`), 'd');
  const colour = '<itemDefinition name="tColour"><typeRef>string</typeRef><allowedValues><text>"red", "green"</text></allowedValues></itemDefinition>';

  it.each([
    ['number', '"5"', '', 'null'],
    ['number', '[5]', '', '5'],
    ['tColour', '"red"', colour, '"red"'],
    ['tColour', '"blue"', colour, 'null'],
    ['date and time', 'date("2026-02-16")', '', '2026-02-16T00:00:00Z'],
    ['integer', '"5"', '', '"5"'],
    ['tList', '7', '<itemDefinition name="tList" isCollection="true"><typeRef>number</typeRef></itemDefinition>', '[7]'],
  ])('a result of type %s from %s', (type, text, definitions, value) => expect(typed(type, text, definitions)).toBe(value));

  it('are asked for by instance of', () => expect(typed('boolean', '"blue" instance of tColour', colour)).toBe('true'));
});

describe('files', () => {
  it.each([
    'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
    'http://www.omg.org/spec/DMN/20180521/MODEL/',
    'https://www.omg.org/spec/DMN/20191111/MODEL/',
    'https://www.omg.org/spec/DMN/20211108/MODEL/',
    'https://www.omg.org/spec/DMN/20230324/MODEL/',
  ])('of %s are read', (namespace) => expect(decide(modelOf(decision('d', literal('1 + 1')), namespace), 'd')).toBe('2'));

  it('import each other', () => {
    const library = fileOf(`<businessKnowledgeModel id="k" name="half"><variable name="half"/><encapsulatedLogic><formalParameter name="x"/>${literal('x / 2')}</encapsulatedLogic></businessKnowledgeModel>`, 'urn:library');
    const user = `<import name="my library" namespace="urn:library" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
      ${decision('d', literal('my library.half(9)'), '<knowledgeRequirement><requiredKnowledge href="urn:library#k"/></knowledgeRequirement>')}`;
    expect(decide(modelOf(user, undefined, [library]), 'd')).toBe('4.5');
  });

  it.each([
    ['a text that is no FEEL', decision('d', literal('1 +')), 'd', 'feel-syntax', 2],
    ['a cell that is no test', '\n<decision id="d" name="d"><decisionTable id="t"><input id="i"><inputExpression><text>x</text></inputExpression></input><output id="o"/>\n<rule id="r"><inputEntry><text>&lt;</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>', 'r', 'feel-syntax', 4],
    ['a reference to nothing', decision('d', literal('1'), needs('Decision', 'gone')), 'd', 'dmn-reference', 2],
    ['a circle', decision('a', literal('1'), needs('Decision', 'b')) + decision('b', literal('1'), needs('Decision', 'a')), 'a', 'dmn-circle', 2],
    ['a function in Java', '<businessKnowledgeModel id="k" name="k"><encapsulatedLogic kind="Java"/></businessKnowledgeModel>', 'k', 'dmn-external-function', 2],
    ['an import that is not there', '<import name="x" namespace="urn:x" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>', null, 'dmn-import', 2],
    ['a hit policy that is none', decision('d', '<decisionTable id="t" hitPolicy="BEST"><output id="o"/></decisionTable>'), 't', 'dmn-hit-policy', 2],
    ['a decision without logic', '<decision id="d" name="d"/>', 'd', 'dmn-logic-missing', 2],
  ])('with %s are refused', (_, content, elementId, code, line) => {
    expect(compileDecisions(fileOf(content, 'urn:spec')).findings).toContainEqual(expect.objectContaining({ severity: 'error', elementId, code, line }));
  });

  it('that are no DMN are refused', () => {
    expect(compileDecisions('<definitions xmlns="urn:other"/>')).toMatchObject({ model: null, findings: [{ code: 'dmn-version' }] });
    expect(compileDecisions('<a>')).toMatchObject({ model: null, findings: [{ code: 'xml-not-well-formed' }] });
  });

  it('become plain data', () => {
    const model = modelOf(decision('d', literal('1')));
    expect(decide(JSON.parse(JSON.stringify(model)) as typeof model, 'd')).toBe('1');
  });
});
