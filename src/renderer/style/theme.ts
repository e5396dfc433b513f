import { theme as antd, type ThemeConfig } from 'antd'

export type Theme = 'light' | 'dark'

/** Colours of the window. `tokens.css` holds the same under custom properties; both are measured for contrast. */
export const palette = {
  light: {
    paper: '#f4f6f5',
    surface: '#ffffff',
    text: '#1a2422',
    text2: '#52605c',
    line: '#dce2e0',
    lineStrong: '#84908c',
    accent: '#0d5c5b',
    accentSeed: '#0d5c5b',
    accentSoft: '#e1efed',
    onAccent: '#ffffff',
    error: '#963c00',
    warning: '#775500',
    ok: '#23663c',
  },
  dark: {
    paper: '#111615',
    surface: '#191f1e',
    text: '#e3e9e7',
    text2: '#a4b1ad',
    line: '#2d3735',
    lineStrong: '#71807b',
    accent: '#5fbcb4',
    // The dark algorithm of antd mixes its seed with black; this one comes out as the accent.
    accentSeed: '#6cdad0',
    accentSoft: '#17322f',
    onAccent: '#04201e',
    error: '#f0a070',
    warning: '#e0b85c',
    ok: '#7fc796',
  },
} as const satisfies Record<Theme, Record<string, string>>

/** Chinese faces of each system, the Latin ones before them. */
export const fontFamily =
  '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif'

/** The look of antd: dense, square-ish, one accent; `still` when the system asks for less motion. */
export function antdTheme(theme: Theme, still: boolean): ThemeConfig {
  const colours = palette[theme]
  return {
    algorithm: theme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: colours.accentSeed,
      colorInfo: colours.accentSeed,
      colorLink: colours.accentSeed,
      colorError: colours.error,
      colorErrorText: colours.error,
      colorWarning: colours.warning,
      colorSuccess: colours.ok,
      colorBgLayout: colours.paper,
      colorBgContainer: colours.surface,
      colorBgElevated: theme === 'dark' ? '#212928' : colours.surface,
      colorText: colours.text,
      colorTextHeading: colours.text,
      colorTextSecondary: colours.text2,
      colorTextTertiary: colours.text2,
      colorTextDescription: colours.text2,
      colorTextPlaceholder: theme === 'dark' ? '#8f9c98' : '#66736f',
      colorBorder: colours.lineStrong,
      colorBorderSecondary: colours.line,
      colorSplit: colours.line,
      controlOutline: theme === 'dark' ? '#5fbcb44d' : '#0d5c5b33',
      fontFamily,
      fontSize: 14,
      lineHeight: 1.5714,
      controlHeight: 30,
      controlHeightLG: 38,
      controlHeightSM: 24,
      borderRadius: 4,
      borderRadiusLG: 6,
      borderRadiusSM: 3,
      motion: !still,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: {
        primaryColor: colours.onAccent,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
      },
      Modal: { titleFontSize: 16 },
      Tooltip: { colorBgSpotlight: theme === 'dark' ? '#3a4644' : '#24302e', colorTextLightSolid: '#ffffff' },
    },
  }
}
