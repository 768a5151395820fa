import './style/base.css';
import './style/page.css';
import './style/steps.css';
import './style/answers.css';
import './style/dialogs.css';
import { App } from './app';

void new App(document.body).start();
