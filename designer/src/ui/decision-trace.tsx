import type { RecordEntry } from '@loopwright/engine/contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from './formats.ts';

type Decision = Extract<RecordEntry, { kind: 'decision evaluated' }>;

/** The rows that matched, and below on request what went in and what came out. */
export function DecisionTrace({ decision: { rules, inputs, output, failure } }: { readonly decision: Decision }) {
  const { t } = useTranslation('record');
  const { number } = useFormats();
  return (
    <>
      {failure !== null && <blockquote className="record-failure">{failure}</blockquote>}
      {rules.length > 0 && <div className="record-rows">{t('rows', { count: rules.length, rows: rules.map(({ ruleIndex }) => number(ruleIndex)).join(', ') })}</div>}
      <details>
        <summary>{t('how')}</summary>
        {inputs.length > 0 && (
          <>
            <h3>{t('inputs')}</h3>
            <dl className="facts">
              {inputs.map(({ name, value }) => (
                <div key={name} className="value-pair">
                  <dt>{name}</dt>
                  <dd className="code">{value}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
        {rules.length > 0 && (
          <>
            <h3>{t('matched')}</h3>
            <ol className="record-matched">
              {rules.map(({ ruleId, ruleIndex, evaluatedOutputs }) => (
                <li key={ruleId}>
                  <span className="record-row-number">{number(ruleIndex)}</span>
                  {evaluatedOutputs.map(({ outputId, outputName, outputValue }) => (
                    <span key={outputId}>
                      {outputName} <span className="code">{outputValue}</span>
                    </span>
                  ))}
                </li>
              ))}
            </ol>
          </>
        )}
        <h3>{t('output')}</h3>
        <pre className="record-output">{indented(output)}</pre>
      </details>
    </>
  );
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 1);
  } catch {
    return json;
  }
}
