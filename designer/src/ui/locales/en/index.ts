import audit from './audit.json';
import canvas from './canvas.json';
import catalogue from './catalogue.json';
import design from './design.json';
import form from './form.json';
import inbox from './inbox.json';
import operations from './operations.json';
import problem from './problem.json';
import record from './record.json';
import requests from './requests.json';
import session from './session.json';
import shell from './shell.json';
import task from './task.json';

export default { audit, canvas, catalogue, design, form, inbox, operations, problem, record, requests, session, shell, task };
