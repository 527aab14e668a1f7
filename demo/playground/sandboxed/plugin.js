console.info('origin', origin);

LSI.on('entityCreate', (region) => {
  console.log(region.labels, region.text, region);
});

LSI.on('beforeSaveAnnotation', (store, annotation) => {
  const places = annotation.regions.filter(({labels}) =>
    labels.includes('Place'),
  );
  if (places.length >= 2) return true;
  Htx.showModal('Label at least two places.');
  return false;
});
