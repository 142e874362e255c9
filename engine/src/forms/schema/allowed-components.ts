/** Properties that every component may have. */
export const allowedEverywhere: readonly string[] = [
  'type', 'key', 'id', 'label', 'input', 'version', 'tags', 'lockKey', 'hideLabel', 'labelPosition', 'labelWidth', 'labelMargin', 'description', 'tooltip', 'customClass', 'tableView', 'showInSummary',
  'hidden', 'disabled', 'conditional', 'clearOnHide', 'properties', 'autofocus', 'tabindex', 'modalEdit', 'persistent', 'redrawOn', 'refreshOn', 'validateOn', 'dataGridLabel',
];

const valued = ['placeholder', 'prefix', 'suffix', 'multiple', 'defaultValue', 'validate', 'errorLabel', 'spellcheck', 'autocomplete', 'inputFormat', 'inputType', 'case', 'truncateMultipleSpaces', 'showCharCount', 'showWordCount'];
const chosen = ['values', 'inline', 'optionsLabelPosition', 'dataType'];
const rowed = ['components', 'addAnother', 'addAnotherPosition', 'removeRow', 'saveRow', 'defaultOpen', 'openWhenEmpty', 'layoutFixed', 'reorder', 'disableAddingRemovingRows', 'initEmpty', 'noFirstRow', 'inlineEdit', 'striped', 'bordered', 'hover', 'condensed', 'defaultValue', 'validate', 'errorLabel', 'tree'];

/** The component types that forms may use, and the properties of each besides those of all. */
export const allowedComponents: Readonly<Record<string, readonly string[]>> = {
  textfield: valued,
  textarea: [...valued, 'rows', 'autoExpand', 'fixedSize'],
  email: valued,
  number: [...valued, 'delimiter', 'decimalLimit', 'requireDecimal'],
  checkbox: [...valued, 'shortcut', 'name', 'value'],
  radio: [...valued, ...chosen],
  selectboxes: [...valued, ...chosen],
  select: [...valued, 'data', 'dataSrc', 'dataType', 'widget', 'searchEnabled', 'searchThreshold', 'selectThreshold', 'minSearch', 'limit', 'lazyLoad', 'sort', 'idPath', 'readOnlyValue', 'onlyAvailableItems', 'uniqueOptions', 'clearOnRefresh', 'ignoreCache', 'disableLimit'],
  datetime: [...valued, 'format', 'enableDate', 'enableTime', 'datePicker', 'timePicker', 'displayInTimezone', 'timezone', 'useLocaleSettings', 'allowInput', 'datepickerMode', 'widget'],
  hidden: ['defaultValue', 'validate'],
  container: ['components', 'defaultValue', 'validate', 'tree'],
  datagrid: rowed,
  editgrid: rowed,
  button: ['action', 'theme', 'size', 'block', 'leftIcon', 'rightIcon', 'disableOnInvalid', 'shortcut', 'saveOnEnter', 'validate'],
  panel: ['components', 'title', 'theme', 'collapsible', 'collapsed', 'breadcrumb', 'tree'],
  fieldset: ['components', 'legend', 'tree'],
  well: ['components', 'tree'],
  columns: ['columns', 'autoAdjust', 'tree'],
  table: ['rows', 'numRows', 'numCols', 'header', 'caption', 'cloneRows', 'cellAlignment', 'striped', 'bordered', 'hover', 'condensed', 'tree'],
  tabs: ['components', 'verticalLayout', 'tree'],
};

/** Why a type that many know is not allowed, and what to use instead. */
export const insteadOfType: Readonly<Record<string, string>> = {
  content: 'it holds HTML; use the description of a field or panel',
  htmlelement: 'it holds HTML; use the description of a field or panel',
  custom: 'it holds code of its own',
  file: 'forms keep no files yet; ask for the number of the document',
  form: 'it fetches from a URL; put its fields into a container',
  resource: 'it fetches from a URL; use a select with its values',
  datasource: 'it fetches from a URL; put the values into the form',
  recaptcha: 'it fetches from a URL',
  address: 'it fetches from a URL; use text fields',
  signature: 'a drawn signature is no electronic signature; those are asked for on the user task',
  dynamicWizard: 'use an edit grid',
  tree: 'use an edit grid',
  datamap: 'use a data grid',
  survey: 'use a radio for each question',
  day: 'use a datetime without time',
  time: 'use a datetime, or a text field with a pattern',
  currency: 'money is a container with amount and currency and the custom property kind = money',
  tags: 'use a text field that takes more than one value',
  url: 'use a text field',
  phoneNumber: 'it works by an input mask; use a text field with a pattern',
  password: 'forms never ask for passwords',
};

/** Properties that hold code, a template, HTML or a URL, and what takes their place. Refused wherever they say anything. */
export const refusedProperties: Readonly<Record<string, string>> = {
  calculateValue: 'it holds code; give the custom property "value" a FEEL expression',
  customDefaultValue: 'it holds code; give the custom property "value" a FEEL expression',
  customConditional: 'it holds code; use a simple condition or JSONLogic in "conditional"',
  custom: 'it holds code; give the custom property "valid" a FEEL expression, or use JSONLogic',
  logic: 'its actions hold code; use a simple condition or JSONLogic in "conditional"',
  disableFunction: 'it holds code',
  addons: 'they are code',
  event: 'it names code to run',
  html: 'it holds HTML',
  content: 'it holds HTML',
  wysiwyg: 'rich text is HTML; use a plain text area',
  editor: 'rich text is HTML; use a plain text area',
  attributes: 'they are HTML attributes',
  attrs: 'they are HTML attributes',
  template: 'it is a template that runs as code',
  templates: 'they are templates that run as code',
  rowTemplate: 'it is a template that runs as code',
  errors: 'they are templates; use the custom property "invalid"',
  customMessage: 'it is a template; use the custom property "invalid"',
  url: 'it is a URL; put the values into the form',
  src: 'it is a URL',
  headers: 'they belong to a request to a URL',
  resource: 'it fetches from a URL; put the values into the form',
  valueProperty: 'it reads fetched data',
  selectFields: 'it reads fetched data',
  searchField: 'it searches at a URL',
  filter: 'it filters fetched data',
  indexeddb: 'it reads a database of the browser',
  authenticate: 'it sends the session to a URL',
  inputMask: 'a mask becomes a pattern that can hang; use "pattern"',
  inputMasks: 'a mask becomes a pattern that can hang; use "pattern"',
  unique: 'it asks a server of Form.io',
  protected: 'it asks a server of Form.io; who may read a field is said by the role rules',
};

/** What `validate` may say. */
export const allowedValidation: readonly string[] = ['required', 'minLength', 'maxLength', 'min', 'max', 'step', 'integer', 'pattern', 'minSelectedCount', 'maxSelectedCount', 'json', 'multiple', 'strictDateValidation', 'onlyAvailableItems'];

/** What `properties` may say with a meaning here; other texts are kept and mean nothing. */
export const expressionProperties: readonly string[] = ['value', 'valid'];

/** JSONLogic's own operators; Form.io adds all of lodash, which is not allowed. */
export const logicOperators: readonly string[] = ['var', 'missing', 'missing_some', 'if', '==', '===', '!=', '!==', '!', '!!', 'or', 'and', '>', '>=', '<', '<=', 'max', 'min', '+', '-', '*', '/', '%', 'map', 'filter', 'reduce', 'all', 'none', 'some', 'merge', 'in', 'cat', 'substr'];

export const conditionOperators: readonly string[] = ['isEqual', 'isNotEqual', 'isEmpty', 'isNotEmpty', 'includes', 'notIncludes', 'startsWith', 'endsWith', 'lessThan', 'greaterThan', 'lessThanOrEqual', 'greaterThanOrEqual', 'dateGreaterThan', 'dateLessThan', 'dateGreaterThanOrEqual', 'dateLessThanOrEqual'];
