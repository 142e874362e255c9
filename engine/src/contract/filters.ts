import { z } from 'zod';
import { dateTime, filterKey } from './keys.ts';

/**
 * Camunda's filter properties. On the wire each is a plain value or an object of operators; parsed it is always the object, so that
 * whoever compiles a filter sees one shape. Operators of one property are all to hold. An empty object restricts nothing.
 */
export interface ValueFilter<T> {
  $eq?: T | undefined;
  $neq?: T | undefined;
  $exists?: boolean | undefined;
  $in?: T[] | undefined;
  $notIn?: T[] | undefined;
}

/** `$like`: `*` any characters, `?` one character, each taken literally after a backslash. */
export interface StringFilter<T extends string = string> extends ValueFilter<T> {
  $like?: string | undefined;
}

/** For numbers and instants. */
export interface OrderedFilter<T> {
  $eq?: T | undefined;
  $neq?: T | undefined;
  $exists?: boolean | undefined;
  $gt?: T | undefined;
  $gte?: T | undefined;
  $lt?: T | undefined;
  $lte?: T | undefined;
  $in?: T[] | undefined;
}

/** What a variable's value is compared with: its JSON text, so a string carries its quotes. */
export interface VariableValueFilter {
  name: string;
  value: StringFilter;
}

/** At most so many values in `$in` and `$notIn`. */
const mostValues = 1000;

function valueOperators<T extends z.ZodType>(value: T) {
  return {
    $eq: value.optional(),
    $neq: value.optional(),
    $exists: z.boolean().optional(),
    $in: z.array(value).max(mostValues).optional(),
    $notIn: z.array(value).max(mostValues).optional(),
  };
}

function orderedOperators<T extends z.ZodType>(value: T) {
  return {
    $eq: value.optional(),
    $neq: value.optional(),
    $exists: z.boolean().optional(),
    $gt: value.optional(),
    $gte: value.optional(),
    $lt: value.optional(),
    $lte: value.optional(),
    $in: z.array(value).max(mostValues).optional(),
  };
}

const like = z.string().max(1000).optional();

export const stringFilter = z
  .union([z.string().transform((value): StringFilter => ({ $eq: value })), z.strictObject({ ...valueOperators(z.string()), $like: like })])
  .meta({ id: 'StringFilter', description: 'A text, or operators on it.' });

export const keyFilter = z
  .union([filterKey.transform((value): ValueFilter<string> => ({ $eq: value })), z.strictObject(valueOperators(filterKey))])
  .meta({ id: 'KeyFilter', description: 'A key, or operators on it.' });

export const integerFilter = z
  .union([z.int().transform((value): OrderedFilter<number> => ({ $eq: value })), z.strictObject(orderedOperators(z.int()))])
  .meta({ id: 'IntegerFilter', description: 'A whole number, or operators on it.' });

export const dateTimeFilter = z
  .union([dateTime.transform((value): OrderedFilter<string> => ({ $eq: value })), z.strictObject(orderedOperators(dateTime))])
  .meta({ id: 'DateTimeFilter', description: 'An instant, or operators on it.' });

/** A filter on one word of a closed list. */
export function enumFilter<const Words extends readonly [string, ...string[]]>(words: Words) {
  const word = z.enum(words);
  return z.union([
    word.transform((value): StringFilter<Words[number]> => ({ $eq: value })),
    z.strictObject({ ...valueOperators(word), $like: like }),
  ]);
}

export const booleanFilter = z.boolean();

/** One condition on a variable; several are all to hold. */
export const variableValueFilter: z.ZodType<VariableValueFilter, { name: string; value: z.input<typeof stringFilter> }> = z
  .strictObject({ name: z.string().min(1), value: stringFilter })
  .meta({ id: 'VariableValueFilter', description: 'Compares the JSON text of a variable: a string stands in quotes.' });
