/** The control: the least code in plain DOM that shows the same. */
import {boxControl} from './lib/box-control.mjs';
import {textControl} from './lib/text-control.mjs';
import {publish, wanted} from './lib/subject-page.mjs';

const root = document.getElementById('root');
publish(wanted().kind === 'text' ? textControl(root) : boxControl(root));
