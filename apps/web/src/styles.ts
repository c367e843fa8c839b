// What the first page needs of Mantine's styles; the rest is in styles-later.ts. In a layer, so that our own win.
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import './design/base.css';
import './design/parts.css';
