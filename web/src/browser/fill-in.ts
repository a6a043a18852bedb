/** Puts what was once sent from a form back into it. */
export const fillIn = (form: HTMLFormElement, sent: URLSearchParams): void => {
  for (const control of form.elements) {
    const isField =
      control instanceof HTMLInputElement ||
      control instanceof HTMLSelectElement ||
      control instanceof HTMLTextAreaElement;
    if (isField && control.name) put(control, sent.getAll(control.name));
  }
};

const put = (control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, values: string[]): void => {
  if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type))
    control.checked = values.includes(control.value);
  else if (control instanceof HTMLSelectElement && control.multiple)
    for (const option of control.options) option.selected = values.includes(option.value);
  else if (control.type !== 'file') control.value = values[0] ?? '';
};
