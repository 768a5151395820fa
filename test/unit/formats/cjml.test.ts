import { expect, test } from 'vitest';
import { simulate } from 'peakend';
import { fromCjml } from 'peakend/formats';
import { issuesOf } from './issues-of';

const shop = `<?xml version="1.0"?>
<CJML version="2.0">
  <plannedJourney>
    <journeyID>PJ1</journeyID>
    <journeyName>Buy a lamp</journeyName>
    <actors>
      <endUser actorID="U"><actorName>Mia</actorName><age>30</age></endUser>
      <serviceProvider actorID="S"><companyName>Lux &amp; Co</companyName></serviceProvider>
    </actors>
    <phase><phaseName>Choose</phaseName>
      <touchpoints>
        <plannedAction><touchpointID>TP1</touchpointID><initiator><refersTo actorIDref="U"/><initiatorLabel>Looks at lamps</initiatorLabel></initiator></plannedAction>
      </touchpoints>
    </phase>
    <touchpoints>
      <plannedCommunicationPoint>
        <touchpointID>TP2</touchpointID>
        <initiator><refersTo actorIDref="U"/><initiatorLabel>Orders</initiatorLabel></initiator>
        <receiver><refersTo actorIDref="S"/><receiverLabel>Order received</receiverLabel></receiver>
        <channel><channelName>Web</channelName></channel>
        <timestamp>2026-01-01</timestamp>
      </plannedCommunicationPoint>
    </touchpoints>
  </plannedJourney>
  <actualJourney><journeyID>AJ1</journeyID><touchpoints><actualAction><touchpointID>X</touchpointID></actualAction></touchpoints></actualJourney>
</CJML>`;

test('touchpoints are steps, and everything else is said', () => {
  const { value, left } = fromCjml(shop);
  expect(value).toMatchObject({ name: 'Buy a lamp' });
  expect(value.interactions).toEqual([
    { id: 'tp1', name: 'Looks at lamps', stage: 'Choose', duration: 300, actors: ['Mia'] },
    { id: 'tp2', name: 'Orders', channel: 'Web', duration: 300, note: 'Order received', actors: ['Mia', 'Lux & Co'] },
  ]);
  expect(left.map(({ what }) => what)).toEqual([
    'another journey is not read: "AJ1"',
    'elements "<age>" are not carried',
    'elements "<timestamp>" are not carried',
    'durations are not in it: 5 min are assumed for every step',
  ]);
  expect(simulate({ journey: value, customers: 10, seed: 1 }).overall.completed.mean).toBe(1);
});

test('names that say waiting, for it does not say where people wait', () => {
  const { left } = fromCjml(shop.replace('Looks at lamps', 'Waits in the shop'), { duration: '2 min' });
  expect(left.map(({ what }) => what).filter((what) => what.includes('"Waits in the shop"'))).toHaveLength(1);
});

test('another journey, another duration', () => {
  const { value, left } = fromCjml(shop, { journey: 'AJ1', duration: '2 min' });
  expect(value).toMatchObject({ name: 'AJ1', interactions: [{ id: 'x', name: 'X', duration: 120 }] });
  expect(left).toHaveLength(1);
  expect(issuesOf(() => fromCjml(shop, { journey: 'ZZ' }))[0]).toMatchObject({ code: 'unknown-id', path: 'journey' });
});

test('the documents of the editors', () => {
  const flat = `<cjml>
    <actor id="a1"><actorName>Mia</actorName><actorRole>customer</actorRole></actor>
    <touchpoint id="t1" type="action"><time>9:00</time><initiator>a1</initiator><initiatorDescription>Reads the menu</initiatorDescription></touchpoint>
    <touchpoint id="t2" type="communication"><initiator>a1</initiator><initiatorDescription>Pays</initiatorDescription>
      <receiver>Till</receiver><receiverDescription>Prints the bill</receiverDescription><channel>desk</channel></touchpoint>
  </cjml>`;
  expect(fromCjml(flat).value.interactions).toMatchObject([
    { id: 't1', name: 'Reads the menu', actors: ['Mia'] },
    { id: 't2', name: 'Pays', actors: ['Mia', 'Till'], note: 'Prints the bill', channel: 'desk' },
  ]);
  const nested = `<cjml><actors><actor id="1" name="Mia" role="customer"/><actor id="2" name="Bo" role="clerk"/></actors><touchpoints>
    <action initiatorId="1" time="">Waits outside</action>
    <communicationPoint senderId="1" receiverId="2"><sender riskCategory="none">Asks</sender><receiver riskCategory="none">Answers</receiver></communicationPoint>
  </touchpoints></cjml>`;
  expect(fromCjml(nested).value.interactions).toMatchObject([
    { id: 'waits-outside', name: 'Waits outside', actors: ['Mia'] },
    { name: 'Asks', note: 'Answers', actors: ['Mia', 'Bo'] },
  ]);
});

test.each([
  ['<html/>', 'line[1].column[8]', 'invalid-text'],
  ['<CJML><plannedJourney/></CJML>', 'line[1].column[24]', 'missing'],
  ['<CJML><plannedJourney>', 'line[1].column[23]', 'invalid-text'],
  ['<!DOCTYPE x [<!ENTITY a "b">]><CJML/>', 'line[1].column[31]', 'invalid-text'],
  [`<CJML>${'<phase>'.repeat(1000)}`, 'line[1].column[707]', 'too-deep'],
  [`<CJML>${'<a/>'.repeat(300_000)}</CJML>`, expect.stringMatching(/^line/), 'too-large'],
  [5, 'text', 'invalid-type'],
])('%#: faults are located', (text, path, code) => {
  expect(issuesOf(() => fromCjml(text as never))[0]).toMatchObject({ path, code });
});
