// Sends a file as it is, so that it is passed on while it arrives; without this script the form itself is sent, up to 16 MB.
(function () {
  const form = document.querySelector('form[data-upload]');
  if (!form) return;
  const refusal = document.getElementById('refusal');
  const tell = text => {
    refusal.querySelector('p').textContent = text;
    refusal.hidden = false;
  };
  form.addEventListener('submit', async event => {
    const file = form.elements.file.files[0];
    if (!file) return;
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      // namedItem, because the collection has a function that is called item.
      const query = new URLSearchParams({item: form.elements.namedItem('item').value, name: file.name});
      const answer = await fetch(form.getAttribute('action') + '?' + query, {
        method: 'POST',
        headers: {'Content-Type': 'application/octet-stream', 'X-CSRF-TOKEN': form.elements._csrf.value, Accept: 'application/json'},
        body: file
      });
      const told = answer.ok && (answer.headers.get('Content-Type') || '').includes('json') ? await answer.json() : {};
      if (told.location) return location.assign(told.location);
      tell(told.refusal || form.dataset.failed);
    } catch (offline) {
      tell(form.dataset.failed);
    }
    button.disabled = false;
  });
})();
