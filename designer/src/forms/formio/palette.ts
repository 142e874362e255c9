interface PaletteComponent {
  readonly title: string;
  readonly key: string;
  readonly weight: number;
  readonly schema: object;
}

const options = [
  { label: 'First', value: 'first' },
  { label: 'Second', value: 'second' },
];

const entry = (type: string, title: string, weight: number, schema: object): readonly [string, PaletteComponent] => [type, { title, key: type, weight, schema: { type, key: type, label: title, input: true, ...schema } }];

/** What the builder offers: the component types that forms may use, each as small as it can be. */
export const palette = {
  basic: false,
  advanced: false,
  data: false,
  premium: false,
  layout: false,
  fields: {
    title: 'Fields',
    weight: 0,
    default: true,
    components: Object.fromEntries([
      entry('textfield', 'Text', 0, { key: 'text' }),
      entry('textarea', 'Long text', 1, { key: 'longText', rows: 3 }),
      entry('number', 'Number', 2, { key: 'number' }),
      entry('datetime', 'Date', 3, { key: 'date', format: 'yyyy-MM-dd', enableDate: true, enableTime: false }),
      entry('checkbox', 'Yes or no', 4, { key: 'yes' }),
      entry('select', 'List', 5, { key: 'choice', dataSrc: 'values', data: { values: options }, widget: 'html5' }),
      entry('radio', 'One of several', 6, { key: 'oneOf', values: options, inline: true }),
      entry('selectboxes', 'Several of several', 7, { key: 'severalOf', values: options, inline: true }),
      entry('email', 'E-mail', 8, { key: 'email' }),
      entry('hidden', 'Hidden', 9, { key: 'hidden' }),
    ]),
  },
  groups: {
    title: 'Groups',
    weight: 1,
    default: true,
    components: Object.fromEntries([
      entry('panel', 'Section', 0, { key: 'section', title: 'Section', input: false, collapsible: true, components: [] }),
      entry('fieldset', 'Frame', 1, { key: 'frame', legend: 'Frame', input: false, components: [] }),
      entry('columns', 'Columns', 2, { key: 'columns', input: false, columns: [{ components: [], width: 6 }, { components: [], width: 6 }] }),
      entry('container', 'Group of values', 3, { key: 'group', hideLabel: true, components: [] }),
      entry('datagrid', 'Table of rows', 4, { key: 'rows', addAnother: 'Add a row', components: [] }),
      entry('editgrid', 'List of rows', 5, { key: 'list', addAnother: 'Add a row', components: [] }),
    ]),
  },
  outcomes: {
    title: 'Outcomes',
    weight: 2,
    default: true,
    components: Object.fromEntries([entry('button', 'Outcome', 0, { key: 'press', label: 'Approve', action: 'submit', theme: 'success', properties: { outcome: 'approve' } })]),
  },
} as const;

/** Titles of the palette, for translation. */
export const paletteInChinese: Readonly<Record<string, string>> = {
  Fields: '字段',
  Groups: '分组',
  Outcomes: '结果',
  Text: '单行文本',
  'Long text': '多行文本',
  Number: '数字',
  Date: '日期',
  'Yes or no': '是否',
  List: '下拉列表',
  'One of several': '单选',
  'Several of several': '多选',
  'E-mail': '电子邮箱',
  Hidden: '隐藏字段',
  Section: '分区',
  Frame: '边框',
  Columns: '分栏',
  'Group of values': '值组',
  'Table of rows': '表格',
  'List of rows': '行列表',
  Outcome: '结果按钮',
};
