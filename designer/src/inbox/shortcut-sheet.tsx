import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useShortcutsOn } from './shortcuts.ts';

const keys = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['c', 'claim'],
  ['/', 'search'],
  ['r', 'refresh'],
  ['?', 'help'],
] as const;

/** What each key does, and a switch for those whose tools need the keys. */
export function ShortcutSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('inbox');
  const [on, turn] = useShortcutsOn();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('shortcuts.title')} width={380}>
      <dl className="shortcut-list">
        {keys.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`shortcuts.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <label className="shortcut-switch">
        <input type="checkbox" checked={on} onChange={({ target }) => turn(target.checked)} /> {t('shortcuts.on')}
      </label>
    </Modal>
  );
}
