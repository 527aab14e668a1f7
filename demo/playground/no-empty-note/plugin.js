// Label Studio calls this before it saves; false keeps it back.
LSI.on('beforeSaveAnnotation', (store, annotation) => {
  const notes = annotation.results.filter(({type}) => type === 'textarea');
  console.log('notes', notes.length, annotation);
  const isEmpty = notes.every(({value}) => value.text.join('').trim() === '');
  if (!isEmpty) return true;
  Htx.showModal('Write a note before you submit.', 'warning');
  return false;
});
