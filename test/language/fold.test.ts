/** How what people type is compared with names. */
import assert from 'node:assert/strict';
import { finder, finderOfAll, fold, searchKey } from '../../bot/language/fold.ts';

describe('a name', () => {
  const finds = (typed: string, ...names: string[]): boolean => finder(typed)(searchKey(...names));

  it('is the same with any case, accent, hyphen, apostrophe and blank', () => {
    for (const typed of ['jean pierre', 'Jean\u2011Pierre', 'JEANPIERRE', 'jéan—pierre', ' jean\u00a0pierre '])
      assert.ok(finds(typed, 'Jean-Pierre Dupont', 'jp@contoso.com'), typed);
    for (const typed of ['o neil', "O'Neil", 'O’Neil', 'oneil', 'Oʼneil']) assert.ok(finds(typed, 'Bo O’Neil'), typed);
    for (const typed of ['soren', 'Søren', 'loic', 'coeur', 'strasse', 'lodz'])
      assert.ok(finds(typed, 'Søren Łódź', 'Loïc Cœur', 'Straße'), typed);
    assert.ok(finds('jean-pierre', 'Jean Pierre'));
    assert.ok(finds('power bi', 'PowerBI'));
    assert.equal(fold('Jean-Pierre d’Arc'), fold('jean pierre D ARC'));
  });

  it('is found by words that stand in it, not by what only meets where two words do', () => {
    assert.ok(finds('vance', 'Adele Vance'));
    assert.ok(!finds('evan', 'Adele Vance'));
    assert.ok(finderOfAll('dupont jean-pierre')(searchKey('Jean Pierre'), searchKey('Dupont')));
    assert.ok(!finderOfAll('dupont marie')(searchKey('Jean Pierre'), searchKey('Dupont')));
  });
});
