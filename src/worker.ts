import { createExecutor, executeTask } from './elsewhere/execute-task';
import { serveTasks } from './workers/serve-tasks';

export { executeTask };

serveTasks(createExecutor());
