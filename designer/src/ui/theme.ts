import type { ThemeConfig } from 'antd';

/** The colours of the pages; each text colour has a contrast of at least 4.5 on the paper and on its own soft ground. */
export const colours = {
  ink: '#1c2630',
  'ink-soft': '#47535f',
  'ink-faint': '#5e6974',
  line: '#e2dfd8',
  'line-strong': '#c9c5bc',
  paper: '#f7f6f2',
  surface: '#ffffff',
  'surface-soft': '#fbfaf8',
  accent: '#0f5d66',
  'accent-strong': '#0a454c',
  'accent-soft': '#e2efef',
  good: '#1b663c',
  'good-soft': '#e4f2e8',
  warn: '#855000',
  'warn-soft': '#fcf0d9',
  bad: '#b0251c',
  'bad-soft': '#fcebe9',
  info: '#27579a',
  'info-soft': '#e7eef9',
} as const;

export const fontFamily =
  'Inter, "Segoe UI", -apple-system, BlinkMacSystemFont, "Helvetica Neue", Arial, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
const codeFamily = '"JetBrains Mono", "Cascadia Mono", ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace';

/** Ant Design's tokens from the same colours. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.accent,
    colorInfo: colours.info,
    colorSuccess: colours.good,
    colorWarning: '#b97300',
    colorError: colours.bad,
    colorLink: colours.accent,
    colorTextBase: colours.ink,
    colorTextSecondary: colours['ink-soft'],
    colorTextTertiary: colours['ink-faint'],
    colorTextDescription: colours['ink-faint'],
    colorTextPlaceholder: '#6b757f',
    colorBgLayout: colours.paper,
    colorBorder: colours['line-strong'],
    colorBorderSecondary: colours.line,
    borderRadius: 6,
    fontSize: 14,
    fontFamily,
    fontFamilyCode: codeFamily,
    wireframe: false,
    motionDurationMid: '0.15s',
    motionDurationSlow: '0.2s',
  },
  components: {
    Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Segmented: { trackBg: '#eceae4', itemColor: colours['ink-soft'] },
    Table: { headerBg: colours['surface-soft'], headerColor: colours['ink-soft'], cellPaddingBlock: 9 },
    Tabs: { titleFontSize: 14 },
  },
};

/** Gives the colours and fonts to the style sheets as custom properties. */
export function applyTheme(root: HTMLElement): void {
  for (const [name, value] of Object.entries(colours)) root.style.setProperty(`--${name}`, value);
  root.style.setProperty('--font', fontFamily);
  root.style.setProperty('--font-code', codeFamily);
}
