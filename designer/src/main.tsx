import { startApp } from './app/start-app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');
await startApp(root);
