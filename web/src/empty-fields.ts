/** Fields left empty stay out of the address. */
for (const form of document.querySelectorAll('form[method=get]'))
  form.addEventListener('formdata', (e) => {
    const { formData } = e as FormDataEvent;
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
