/** Forms: what a schema may hold, what a submission may say. Safe in the browser; the server's check is in `forms/server.ts`. */
export { checkValues, type CheckedSubmission, type Filling, type Submission, type SubmissionError } from './check-submission.ts';
export { sayProblem, textIn, type FormLanguage } from './say-problem.ts';
export { allowedComponents, allowedEverywhere } from './schema/allowed-components.ts';
export { checkFormSchema } from './schema/check-form-schema.ts';
export { buttonsOf, childrenOf, fieldsOf, fills, layoutTypes, nestedTypes, optionsOf, type Field, type Fill, type FormComponent, type FormOption, type FormProperties, type FormSchema, type FormValidation } from './schema/form-schema.ts';
export { readFormSchema } from './schema/read-form-schema.ts';
export { toFormData } from './values/form-data.ts';
export type { ProblemCode } from './values/problem-codes.ts';
