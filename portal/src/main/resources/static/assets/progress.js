// Keeps the counts of a running batch up to date; without it the page's refresh link does the same.
(function () {
  const card = document.querySelector('[data-progress]');
  if (!card) return;
  const look = async () => {
    try {
      const answer = await fetch(card.dataset.progress, {headers: {Accept: 'application/json'}});
      if (answer.ok) {
        const batch = await answer.json();
        for (const name of ['received', 'accepted', 'acceptedWithWarnings', 'updated', 'duplicate', 'rejected']) {
          document.getElementById('n-' + name).textContent = batch.counts[name];
        }
        if (batch.progress && batch.progress.total > 0) {
          document.getElementById('bar').value = 100 * batch.progress.done / batch.progress.total;
        }
        if (batch.state !== 'RECEIVED' && batch.state !== 'RUNNING') return location.reload();
      }
    } catch (offline) { /* the next look may succeed */ }
    setTimeout(look, 1000);
  };
  setTimeout(look, 700);
})();
