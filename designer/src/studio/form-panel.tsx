import { useTranslation } from 'react-i18next';
import { PanelText } from './panel-fields.tsx';

interface FormPanelProps {
  readonly head: { readonly id: string; readonly title: string };
  readonly onHead: (changes: Partial<{ id: string; title: string }>) => void;
  readonly chinese: Readonly<Record<string, string>>;
  readonly onTranslate: (text: string, translated: string) => void;
}

/** The form itself: its id, by which processes name it, and its title. */
export function FormPanel({ head, onHead, chinese, onTranslate }: FormPanelProps) {
  const { t } = useTranslation('design');
  return (
    <>
      <h2>{t('form.form')}</h2>
      <PanelText label={t('form.id')} value={head.id} isCode hint={t('form.idHint')} onChange={(id) => onHead({ id })} />
      <PanelText label={t('form.title')} value={head.title} onChange={(title) => onHead({ title })} />
      <PanelText label={t('form.inChinese', { what: t('form.title') })} value={chinese[head.title] ?? ''} onChange={(translated) => onTranslate(head.title, translated)} />
      <p className="faint">{t('form.choose')}</p>
    </>
  );
}
