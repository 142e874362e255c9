import { GlobalOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useChooseLanguage } from '../api/sessions.ts';
import { languages } from '../ui/languages.ts';
import { chooseLanguage } from './language.ts';

/** Each language by its own name; with somebody signed in the choice goes with the account. */
export function LanguageSwitch({ isSignedIn }: { readonly isSignedIn: boolean }) {
  const { t, i18n } = useTranslation('shell');
  const { mutate } = useChooseLanguage();
  return (
    <div className="language-switch" role="group" aria-label={t('language')}>
      <GlobalOutlined aria-hidden="true" />
      {languages.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          lang={id}
          aria-pressed={i18n.language === id}
          onClick={() => {
            void chooseLanguage(id);
            if (isSignedIn) mutate(id);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
