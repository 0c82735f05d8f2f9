import { Button, createTheme, Input } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = [
  '#ebf4f6',
  '#d5e8ec',
  '#aed2da',
  '#82b9c5',
  '#579eae',
  '#34839a',
  '#1f6a7c',
  '#0f4c5c',
  '#0b3b48',
  '#072a34',
];

/** For what is overdue or destroys, and nothing else. */
const cinnabar: MantineColorsTuple = [
  '#fcf0ec',
  '#f6dcd4',
  '#edb8a8',
  '#e3937b',
  '#d97257',
  '#c95a3e',
  '#b5482f',
  '#9a3b25',
  '#7d2f1d',
  '#5f2316',
];

const gray: MantineColorsTuple = [
  '#f6f8f9',
  '#eef1f3',
  '#e2e7ea',
  '#d2d9dd',
  '#b3bdc3',
  '#8b979f',
  '#5f6c74',
  '#47535b',
  '#303a41',
  '#1b2328',
];

const dark: MantineColorsTuple = [
  '#dde4e7',
  '#b5c0c6',
  '#93a0a8',
  '#66737b',
  '#37434a',
  '#2c363c',
  '#222b30',
  '#182024',
  '#12191c',
  '#0c1113',
];

const inter = "'Inter Variable'";
const chinese = "'Noto Sans HK Variable', 'Noto Sans SC Variable'";
const fontFamily = `${inter}, ${chinese}, system-ui, sans-serif`;

export const theme = createTheme({
  colors: { ink, cinnabar, gray, dark },
  black: gray[9],
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  fontFamily,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      // Said aloud, because a button writes its variant on itself only when it was given one.
      defaultProps: { size: 'sm', variant: 'filled' },
      vars: (_theme, { size }) => ({
        root: size === 'sm' ? { '--button-height': '2rem', '--button-padding-x': '0.875rem' } : {},
      }),
    }),
    Input: Input.extend({
      vars: (_theme, { size }) => ({
        wrapper: size === undefined || size === 'sm' ? { '--input-height': '2rem' } : {},
      }),
    }),
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 32 } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 2, maxRows: 14 } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right', allowDeselect: false } },
    MultiSelect: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, events: { hover: true, focus: true, touch: true } } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', withinPortal: true } },
    Modal: {
      defaultProps: { centered: true, radius: 'md' },
      styles: { title: { fontSize: '1.0625rem', fontWeight: 600 } },
    },
    Paper: { defaultProps: { withBorder: true, radius: 'md' } },
    Tabs: { defaultProps: { keepMounted: false } },
    Loader: { defaultProps: { size: 'sm', type: 'dots' } },
  },
});

/** The colours of the house that Mantine has no name for, in light and in dark. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': gray[9],
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': '#6f7c84',
    '--mantine-color-default-border': gray[3],
    '--mantine-color-error': cinnabar[6],
    '--mantine-color-anchor': ink[7],
    '--at-surface': gray[0],
    '--at-surface-raised': '#ffffff',
    '--at-line': gray[2],
    '--at-line-strong': gray[3],
    '--at-hover': gray[1],
    '--at-chosen': ink[0],
    '--at-chosen-text': ink[7],
    '--at-overdue': '#a8412a',
    '--at-overdue-surface': '#fae7e1',
    '--mantine-color-cinnabar-light': '#fdf3f0',
    '--mantine-color-cinnabar-light-hover': cinnabar[0],
    '--mantine-color-ink-light': ink[0],
    '--mantine-color-ink-light-hover': ink[1],
    '--mantine-color-ink-light-color': ink[7],
    '--mantine-color-yellow-light': '#fdf6df',
    '--at-mark': '#fbe7b2',
    '--at-warning': '#8a5a00',
    '--at-good': '#1f6b45',
  },
  dark: {
    '--mantine-color-body': dark[7],
    '--mantine-color-text': dark[0],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': '#84919a',
    '--mantine-color-default-border': dark[4],
    '--mantine-color-error': cinnabar[3],
    '--mantine-color-anchor': ink[3],
    '--at-surface': dark[8],
    '--at-surface-raised': dark[6],
    '--at-line': dark[5],
    '--at-line-strong': dark[4],
    '--at-hover': dark[6],
    '--at-chosen': '#17343c',
    '--at-chosen-text': ink[2],
    '--at-overdue': cinnabar[3],
    '--at-overdue-surface': '#46261d',
    '--mantine-color-cinnabar-light': '#34211c',
    '--mantine-color-cinnabar-light-hover': '#3f2820',
    '--mantine-color-ink-light': '#17343c',
    '--mantine-color-ink-light-hover': '#1d404a',
    '--mantine-color-ink-light-color': ink[2],
    '--mantine-color-yellow-light': '#352d16',
    '--at-mark': '#5c4a12',
    '--at-warning': '#e2b04a',
    '--at-good': '#7cc79f',
  },
});
