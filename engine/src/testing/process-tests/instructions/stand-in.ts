import { z } from 'zod';
import { variables } from '../selectors.ts';
import { instruction } from './instruction.ts';

/** Instructions that put something in the place of workers, decisions and processes. */

const mockJobWorkerCompleteJob = instruction(
  z.strictObject({ type: z.literal('MOCK_JOB_WORKER_COMPLETE_JOB'), jobType: z.string().min(1), variables: variables.optional(), useExampleData: z.literal(false, 'example data for a stand-in is not supported').optional() }),
  async ({ engine }, { jobType, variables: given = {} }) => {
    await engine.standInForJobs(jobType, { type: 'complete', variables: given });
    return null;
  },
);

const mockJobWorkerThrowBpmnError = instruction(
  z.strictObject({ type: z.literal('MOCK_JOB_WORKER_THROW_BPMN_ERROR'), jobType: z.string().min(1), errorCode: z.string(), errorMessage: z.string().optional(), variables: variables.optional() }),
  async ({ engine }, { jobType, errorCode, errorMessage = '', variables: given = {} }) => {
    await engine.standInForJobs(jobType, { type: 'error', errorCode, errorMessage, variables: given });
    return null;
  },
);

const mockChildProcess = instruction(
  z.strictObject({ type: z.literal('MOCK_CHILD_PROCESS'), processDefinitionId: z.string().min(1), variables: variables.optional() }),
  async ({ engine }, { processDefinitionId, variables: given = {} }) => {
    await engine.standInForProcess(processDefinitionId, given);
    return null;
  },
);

const mockDmnDecision = instruction(
  z.strictObject({ type: z.literal('MOCK_DMN_DECISION'), decisionDefinitionId: z.string().min(1), variables: variables.optional() }),
  async ({ engine }, { decisionDefinitionId, variables: given = {} }) => {
    await engine.standInForDecision(decisionDefinitionId, given);
    return null;
  },
);

export const standIns = {
  MOCK_JOB_WORKER_COMPLETE_JOB: mockJobWorkerCompleteJob,
  MOCK_JOB_WORKER_THROW_BPMN_ERROR: mockJobWorkerThrowBpmnError,
  MOCK_CHILD_PROCESS: mockChildProcess,
  MOCK_DMN_DECISION: mockDmnDecision,
};
