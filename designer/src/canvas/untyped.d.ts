declare module 'bpmn-js-i18n/translations/zn.js' {
  const words: Readonly<Record<string, string>>;
  export default words;
}
declare module 'bpmn-js-properties-panel' {
  export const BpmnPropertiesPanelModule: object;
  export const BpmnPropertiesProviderModule: object;
  export const ZeebePropertiesProviderModule: object;
}
declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud' {
  const behaviors: object;
  export default behaviors;
}
declare module 'dmn-js/lib/Modeler' {
  const Modeler: new (options: object) => unknown;
  export default Modeler;
}
declare module 'dmn-js-properties-panel' {
  export const DmnPropertiesPanelModule: object;
  export const DmnPropertiesProviderModule: object;
  export const ZeebePropertiesProviderModule: object;
}
