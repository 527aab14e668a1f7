import {expect} from '@open-wc/testing';

import {labelConfigFromXml} from '@ls-annotation/testing';

import {parsedLabelConfig} from './parsed-label-config.js';

describe('parsedLabelConfig()', () => {
  it('has the shape of the project API', () => {
    const config = labelConfigFromXml(
      `<View><Text name="text" value="$text"/>
        <Choices name="mood" toName="text" choice="single">
          <Choice value="Positive"/>
          <Choice value="Negative" alias="neg" showAlias="true"/>
        </Choices>
        <TextArea name="why" toName="text"/></View>`,
    );
    const inputs = [{type: 'Text', value: 'text', valueType: null}];
    expect(parsedLabelConfig(config)).to.deep.equal({
      mood: {
        type: 'Choices',
        to_name: ['text'],
        inputs,
        labels: ['Positive', 'neg'],
        labels_attrs: {
          Positive: {value: 'Positive'},
          neg: {value: 'Negative', alias: 'neg', showAlias: 'true'},
        },
      },
      why: {
        type: 'TextArea',
        to_name: ['text'],
        inputs,
        labels: [],
        labels_attrs: {},
      },
    });
  });

  it('lists every object of a control, with its value type', () => {
    const config = labelConfigFromXml(
      `<View><Pairwise name="p" toName="a,b"/>
        <Text name="a" value="$one" valueType="url"/>
        <Text name="b" value="$two.text"/></View>`,
    );
    expect(parsedLabelConfig(config).p!.inputs).to.deep.equal([
      {type: 'Text', value: 'one', valueType: 'url'},
      {type: 'Text', value: 'two.text', valueType: null},
    ]);
  });

  it('lists labels at whatever depth, each once', () => {
    const config = labelConfigFromXml(
      `<View><Text name="t" value="$t"/><Labels name="l">
        <Label value="A"/><View><Label value="B"/></View><Label value="A"/>
      </Labels></View>`,
    );
    expect(parsedLabelConfig(config).l!.labels).to.deep.equal(['A', 'B']);
  });

  it('leaves out relations, buckets and shortcuts', () => {
    const config = labelConfigFromXml(
      `<View><List name="list" value="$l"/><Relations><Relation value="r"/></Relations>
        <Ranker name="rank" toName="list"><Bucket name="best"/></Ranker>
        <TextArea name="note" toName="list"><Shortcut value="x"/></TextArea>
      </View>`,
    );
    const parsed = parsedLabelConfig(config);
    expect(Object.keys(parsed)).to.deep.equal(['rank', 'note']);
    expect(parsed.rank!.labels).to.deep.equal([]);
    expect(parsed.note!.labels).to.deep.equal([]);
  });
});
