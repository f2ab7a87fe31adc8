import { describe, expect, it } from '@jest/globals';
import { acknowledgeCommand, sendAgainCommand } from './alert-commands.js';

const ORIGIN = 'https://throughline.example';

describe('what a page says to do by hand about an alert', () => {
  it('is what was filled in', () => {
    const command = acknowledgeCommand(ORIGIN, 'a1', { by: 'Ada', note: '', newNormal: false });
    expect(command).toContain(`'${ORIGIN}/v1/alerts/a1/acknowledge'`);
    expect(command).toContain(`-d '{"by":"Ada","note":"","newNormal":false}'`);
  });

  it('holds a name with a quotation mark in its place', () => {
    const command = acknowledgeCommand(ORIGIN, 'a1', {
      by: "O'Hara; id",
      note: '',
      newNormal: false,
    });
    expect(command).toContain(`O'\\''Hara; id`);
  });

  it('names the delivery that is to be sent again', () => {
    expect(sendAgainCommand(ORIGIN, 'a1', 'd/2')).toContain(
      `'${ORIGIN}/v1/alerts/a1/deliveries/d%2F2/send-again'`,
    );
  });
});
