export { blankForm, formOf, useRecordForm } from './record-form';
export type { FieldProps, RecordForm } from './record-form';
export type { FormValues } from './form-values';
