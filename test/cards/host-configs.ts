/** How Teams sets a card: its letters, gaps and colours, light and dark. Microsoft's own renderer is told so wherever cards are drawn. */
export type Theme = 'light' | 'dark';

interface Palette {
  background: string;
  emphasis: string;
  line: string;
  text: string;
  subtle: string;
  accent: string;
  good: string;
  warning: string;
  attention: string;
}

const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    background: '#ffffff',
    emphasis: '#f5f5f5',
    line: '#e0e0e0',
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    good: '#237b4b',
    warning: '#835c00',
    attention: '#c4314b',
  },
  dark: {
    background: '#292929',
    emphasis: '#1f1f1f',
    line: '#525252',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f9526b',
  },
};

export function hostConfig(theme: Theme): object {
  const { background, emphasis, line, text, subtle, accent, good, warning, attention } = palettes[theme];
  const plain = { default: text, subtle };
  const one = (colour: string): object => ({ default: colour, subtle: colour });
  const foregroundColors = {
    ...{ default: plain, dark: plain, light: plain },
    ...{ accent: one(accent), good: one(good), warning: one(warning), attention: one(attention) },
  };
  return {
    fontFamily: "'Segoe UI', system-ui, sans-serif",
    supportsInteractivity: true,
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    containerStyles: {
      default: { backgroundColor: background, foregroundColors },
      emphasis: { backgroundColor: emphasis, foregroundColors },
    },
    actions: {
      ...{ maxActions: 6, spacing: 'default', buttonSpacing: 8 },
      ...{ actionsOrientation: 'horizontal', actionAlignment: 'left' },
    },
  };
}
