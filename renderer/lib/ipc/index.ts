export { call, CallFailure, request, whenAnswered } from './client';
export { makeQueryClient, useAsk, useForgetAll, useFreshAnswers, useRefresh } from './ask';
export { useDo } from './do';
export { listenToMain, useAppEvent } from './events';
