import type { FormSchema } from './schema/form-schema.ts';
import type { Problem, ProblemCode } from './values/problem-codes.ts';

/** Languages that problems are told in. */
export type FormLanguage = 'en' | 'zh-CN';

type Words = Readonly<Record<ProblemCode, (label: string, limit: number) => string>>;

const english: Words = {
  required: (label) => `${label} is missing.`,
  'unknown-field': () => 'The form has no such field.',
  'wrong-type': (label) => `${label} has a value of the wrong kind.`,
  'not-an-option': (label) => `${label} has a value that is none of its options.`,
  'bad-text': (label) => `${label} holds characters that can’t be kept.`,
  'too-long': (label, limit) => `${label} may have ${limit} characters at most.`,
  'too-short': (label, limit) => `${label} needs at least ${limit} characters.`,
  'too-small': (label, limit) => `${label} must be ${limit} or more.`,
  'too-large': (label, limit) => `${label} must be ${limit} or less.`,
  'not-whole': (label) => `${label} must be a whole number.`,
  'no-match': (label) => `${label} is not written as it should be.`,
  'not-a-date': (label) => `${label} is no date.`,
  'not-an-email': (label) => `${label} is no e-mail address.`,
  'too-few-rows': (label, limit) => `${label} needs at least ${limit} rows.`,
  'too-many-rows': (label, limit) => `${label} may have ${limit} rows at most.`,
  'rows-fixed': (label, limit) => `${label} has ${limit} rows; none can be added or removed.`,
  'too-few-chosen': (label, limit) => `${label}: choose at least ${limit}.`,
  'too-many-chosen': (label, limit) => `${label}: choose ${limit} at most.`,
  'incomplete-money': (label) => `${label} needs both amount and currency.`,
  'too-much': () => 'The form holds more than can be kept.',
  'outcome-missing': () => 'It is not said which button was pressed (outcome).',
  'outcome-unknown': () => 'The form has no such button (outcome).',
  rule: (label) => `${label} is not right.`,
  'not-checkable': () => 'The form could not be checked.',
};

const chinese: Words = {
  required: (label) => `请填写“${label}”。`,
  'unknown-field': () => '表单中没有此字段。',
  'wrong-type': (label) => `“${label}”的值类型不正确。`,
  'not-an-option': (label) => `“${label}”的值不在可选范围内。`,
  'bad-text': (label) => `“${label}”包含无法保存的字符。`,
  'too-long': (label, limit) => `“${label}”最多 ${limit} 个字符。`,
  'too-short': (label, limit) => `“${label}”至少需要 ${limit} 个字符。`,
  'too-small': (label, limit) => `“${label}”不能小于 ${limit}。`,
  'too-large': (label, limit) => `“${label}”不能大于 ${limit}。`,
  'not-whole': (label) => `“${label}”必须为整数。`,
  'no-match': (label) => `“${label}”的格式不正确。`,
  'not-a-date': (label) => `“${label}”不是有效日期。`,
  'not-an-email': (label) => `“${label}”不是有效的电子邮箱。`,
  'too-few-rows': (label, limit) => `“${label}”至少需要 ${limit} 行。`,
  'too-many-rows': (label, limit) => `“${label}”最多 ${limit} 行。`,
  'rows-fixed': (label, limit) => `“${label}”固定为 ${limit} 行，不能增减。`,
  'too-few-chosen': (label, limit) => `“${label}”至少选择 ${limit} 项。`,
  'too-many-chosen': (label, limit) => `“${label}”最多选择 ${limit} 项。`,
  'incomplete-money': (label) => `“${label}”须同时填写金额和币种。`,
  'too-much': () => '表单内容超出可保存的上限。',
  'outcome-missing': () => '未说明按下了哪个按钮（outcome）。',
  'outcome-unknown': () => '表单中没有此按钮（outcome）。',
  rule: (label) => `“${label}”不符合要求。`,
  'not-checkable': () => '无法检查表单。',
};

/** A text of the form in a language; English as it stands. */
export function textIn({ i18n }: Pick<FormSchema, 'i18n'>, text: string, language: string): string {
  const texts = i18n?.[language];
  return (texts !== undefined && Object.hasOwn(texts, text) ? texts[text] : undefined) ?? text;
}

export function sayProblem(schema: Pick<FormSchema, 'i18n'>, { path, code, label, limit, words }: Problem, language: FormLanguage): string {
  if (words !== undefined) return textIn(schema, words, language);
  return (language === 'zh-CN' ? chinese : english)[code](textIn(schema, label ?? path, language), limit ?? 0);
}
