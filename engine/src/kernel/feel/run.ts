import type { FeelValue } from './values.ts';
import type { Calendars } from '../calendar/calendar.ts';

/** Why an expression yielded null where a value could be expected; the names are Camunda's. */
export type FeelWarningType =
  | 'NO_VARIABLE_FOUND'
  | 'NO_CONTEXT_ENTRY_FOUND'
  | 'NO_PROPERTY_FOUND'
  | 'NOT_COMPARABLE'
  | 'INVALID_TYPE'
  | 'NO_FUNCTION_FOUND'
  | 'FUNCTION_INVOCATION_FAILURE'
  | 'ASSERT_FAILURE'
  | 'UNKNOWN';

export interface FeelWarning {
  readonly type: FeelWarningType;
  readonly message: string;
}

/** Steps left: counted down by every operation, shared by all evaluations of a turn. */
export interface Budget {
  steps: number;
}

/** All that an evaluation knows besides its variables. */
export interface FeelEnvironment {
  /** Epoch milliseconds: what `now()` and `today()` answer. */
  readonly now: number;
  /** IANA name of the zone for `now()`, `today()` and business calendars without a zone. */
  readonly zone: string;
  readonly budget: Budget;
  readonly calendars?: Calendars;
}

/** Where FEEL in Camunda's dialect and the DMN standard differ; all else is one semantics. */
export type Dialect = 'camunda' | 'standard';

/** Too many steps or too large, an assertion that does not hold, or a `?` where nothing is tested. */
export type HaltReason = 'budget' | 'assertion' | 'no input';

/** Ends an evaluation from any depth; caught where it began and turned into a value. */
export class Halt extends Error {
  readonly reason: HaltReason;
  constructor(reason: HaltReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

const mostWarnings = 100;
const deepest = 2_000;

/** The state of one evaluation. */
export class Run {
  readonly environment: FeelEnvironment;
  readonly dialect: Dialect;
  readonly budget: Budget;
  warnings: FeelWarning[] = noWarnings;
  /** Finds the types that a decision model defines. */
  typeNamed: ((name: string) => ((value: FeelValue) => boolean) | undefined) | null = null;
  private depth = 0;

  constructor(environment: FeelEnvironment, dialect: Dialect) {
    this.environment = environment;
    this.dialect = dialect;
    this.budget = environment.budget;
  }

  /** Charges work or size to the budget. */
  charge(steps: number): void {
    if ((this.budget.steps -= steps) < 0) throw new Halt('budget', 'The expression takes more steps than allowed.');
  }

  /** Keeps why a value became null, and yields that null. */
  warn(type: FeelWarningType, message: string): null {
    if (this.warnings === noWarnings) this.warnings = [];
    if (this.warnings.length < mostWarnings) this.warnings.push({ type, message });
    return null;
  }

  /** Runs what may fail as a matter of course: its warnings are dropped. */
  quietly<T>(work: () => T): T {
    const kept = this.warnings;
    this.warnings = noWarnings;
    const value = work();
    this.warnings = kept;
    return value;
  }

  /** Runs what may nest without end: bounded by the depth of all expressions entered. */
  nested<T>(depth: number, work: () => T): T {
    this.depth += depth;
    if (this.depth > deepest) throw new Halt('budget', 'The expression nests deeper than allowed.');
    const value = work();
    this.depth -= depth;
    return value;
  }
}

const noWarnings: FeelWarning[] = [];
