// The first line that runs: look, words and the window's one component.

import '@fontsource-variable/inter/wght.css';
import './shared/styles/tokens.css';
import './shared/styles/base.css';

import { mount } from 'svelte';

import { chooseHost } from './host';
import Shell from './shell/Shell.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('the page has no #app');
// The window of one order says which; it is an id and nothing else.
const order = new URLSearchParams(window.location.search).get('order');
mount(Shell, { target, props: { host: await chooseHost(), order } });
