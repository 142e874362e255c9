import { z } from 'zod';

const text = z.string().min(1);
const chosenBy = <T extends z.ZodObject>(schema: T): T => schema.refine((selector) => Object.keys(selector).length > 0, 'a selector names something') as T;

export const variables = z.record(z.string(), z.json());

export const processSelector = z.strictObject({ processDefinitionId: text });
export const elementSelector = chosenBy(z.strictObject({ elementId: text.optional(), elementName: text.optional() }));
export const jobSelector = chosenBy(z.strictObject({ jobType: text.optional(), elementId: text.optional(), processDefinitionId: text.optional() }));
export const userTaskSelector = chosenBy(z.strictObject({ elementId: text.optional(), taskName: text.optional(), processDefinitionId: text.optional() }));
export const incidentSelector = chosenBy(z.strictObject({ elementId: text.optional(), processDefinitionId: text.optional() }));
export const decisionSelector = chosenBy(z.strictObject({ decisionDefinitionId: text.optional(), decisionDefinitionName: text.optional() }));
export const messageSelector = z.strictObject({ messageName: text, correlationKey: z.string().optional() });

type Of<T extends z.ZodType> = z.output<T>;
type Placed = { readonly elementId: string; readonly processId: string };

export const isElement = ({ elementId, elementName }: Of<typeof elementSelector>, element: { readonly elementId: string; readonly name: string | null }): boolean =>
  (elementId === undefined || element.elementId === elementId) && (elementName === undefined || element.name === elementName);

export const isJob = ({ jobType, elementId, processDefinitionId }: Of<typeof jobSelector>, job: Placed & { readonly type: string }): boolean =>
  (jobType === undefined || job.type === jobType) && isPlaced(elementId, processDefinitionId, job);

export const isUserTask = ({ elementId, taskName, processDefinitionId }: Of<typeof userTaskSelector>, task: Placed & { readonly name: string }): boolean =>
  (taskName === undefined || task.name === taskName) && isPlaced(elementId, processDefinitionId, task);

export const isIncident = ({ elementId, processDefinitionId }: Of<typeof incidentSelector>, incident: Placed): boolean => isPlaced(elementId, processDefinitionId, incident);

const isPlaced = (elementId: string | undefined, processId: string | undefined, at: Placed): boolean =>
  (elementId === undefined || at.elementId === elementId) && (processId === undefined || at.processId === processId);

/** A selector as it is told in a failure. */
export const describe = (selector: object): string =>
  Object.entries(selector)
    .map(([name, value]) => `${name} '${String(value)}'`)
    .join(', ');
