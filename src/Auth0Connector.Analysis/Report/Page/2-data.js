// What the file says, and what follows from it. Everything is joined by number: a person, a thing, a right.
const STATUS = ['', 'enabled', 'disabled', 'deleted'];
// So many steps of a way are told.
const MOST_STEPS = 20;
const STATUS_WORDS = { '': 'unknown', enabled: 'active', disabled: 'blocked', deleted: 'deleted' };

async function load() {
  const text = document.getElementById('data').textContent.trim();
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Model(await new Response(stream).json());
}

class Model {
  constructor(data) {
    Object.assign(this, data);
    this.now = data.meta.endedAt;
    this.size = data.people.id.length;
    this.things = data.things.map(([kind, id, name, note], index) => ({ index, kind, id, name, note, rights: [] }));
    this.rights = data.rights.map(([thing, slug, name, privileged, role], index) => ({ index, thing: this.things[thing], slug, name, privileged: !!privileged, role: role < 0 ? null : this.things[role] }));
    this.rights.forEach(right => right.thing.rights.push(right));
    this.from = this.rights.map(() => []);
    this.to = this.rights.map(() => []);
    for (const [source, target, shallow, types] of data.passages) {
      this.from[source].push({ target, shallow, types });
      this.to[target].push({ source, shallow, types });
    }
    this.types = data.people.t ? [...new Set(data.people.t)] : [0];
    this.people.findings = new Array(this.size).fill(0);
    this.findingsOf = new Map();
    this.findings.forEach((finding, at) => finding.rows.forEach(row => {
      if (row[5] < 0) return;
      const list = this.findingsOf.get(row[5]) ?? [];
      if (!list.some(item => item.finding === finding)) this.people.findings[row[5]]++;
      list.push({ finding, at, detail: row[4] });
      this.findingsOf.set(row[5], list);
    }));
    this.directly = this.rights.map(() => []);
    this.people.d.forEach((rights, person) => rights.forEach(right => this.directly[right].push(person)));
    this.byRecord = new Map();
    for (const [person, recorded] of Object.entries(this.people.r)) {
      for (const [right] of recorded) {
        if (!this.byRecord.has(right)) this.byRecord.set(right, []);
        this.byRecord.get(right).push(Number(person));
      }
    }
    this.closures = new Map();
    this.holders = new Map();
  }

  typeOf(person) {
    return this.people.t ? this.people.t[person] : 0;
  }

  /** Everything that a directly held right gives to anybody, itself included. */
  closure(right) {
    let known = this.closures.get(right);
    if (!known) {
      known = new Set([right]);
      for (const at of known) {
        for (const { target, shallow } of this.from[at]) if (!shallow || at === right) known.add(target);
      }
      this.closures.set(right, known);
    }
    return known;
  }

  recordedOf(person) {
    return this.people.r[person] ?? [];
  }

  /** For each right that somebody reaches, the right before it on a shortest way; -1 where it is held directly. */
  waysOf(person) {
    const type = this.typeOf(person), before = new Map(this.people.d[person].map(right => [right, -1])), causes = new Map();
    const held = new Set(before.keys());
    const spread = (queue, direct) => {
      for (const at of queue) {
        for (const { target, shallow, types } of this.from[at]) {
          if (before.has(target) || (shallow && !direct.has(at)) || (types && !types.includes(type))) continue;
          before.set(target, at);
          queue.push(target);
        }
      }
    };
    spread([...held], held);
    for (const [right, source] of this.recordedOf(person)) {
      if (before.has(right)) continue;
      before.set(right, -1);
      causes.set(right, source);
      spread([right], new Set());
    }
    return { before, causes };
  }

  /** The steps to a right, those of the middle of a very long way left out and counted. */
  way({ before, causes }, right) {
    const steps = [right];
    let at = before.get(right);
    for (; at >= 0 && steps.length < MOST_STEPS; at = before.get(at)) steps.push(at);
    if (at < 0 && causes.has(steps[steps.length - 1])) steps.push(causes.get(steps[steps.length - 1]));
    return { steps: steps.reverse(), cut: at >= 0 };
  }

  /** Everybody who reaches one of some rights. */
  peopleWith(rights) {
    const key = rights.map(right => right.index).join();
    let known = this.holders.get(key);
    if (known) return known;
    const found = new Set();
    for (const type of this.types) {
      const admits = types => !types || types.includes(type);
      const back = new Set(rights.map(right => right.index));
      for (const at of back) for (const { source, shallow, types } of this.to[at]) if (!shallow && admits(types)) back.add(source);
      const first = new Set(back);
      for (const at of back) for (const { source, shallow, types } of this.to[at]) if (shallow && admits(types)) first.add(source);
      for (const right of first) for (const person of this.directly[right]) if (this.typeOf(person) === type) found.add(person);
      for (const right of back) for (const person of this.byRecord.get(right) ?? []) if (this.typeOf(person) === type) found.add(person);
    }
    known = [...found].sort((a, b) => a - b);
    this.holders.set(key, known);
    return known;
  }

  /** How many people are in each thing, worked out person by person: a chain of groups is walked once for each person and not for each group. */
  counts() {
    if (this.counted) return this.counted;
    this.counted = { people: new Array(this.things.length).fill(0), rights: new Array(this.rights.length).fill(0) };
    for (let person = 0; person < this.size; person++) {
      const met = new Set();
      for (const right of this.waysOf(person).before.keys()) {
        const { thing, role, slug } = this.rights[right];
        this.counted.rights[right]++;
        if (slug !== 'has_permission') met.add(thing.index);
        if (role) met.add(role.index);
      }
      for (const thing of met) this.counted.people[thing]++;
    }
    return this.counted;
  }

  /** The rights by which somebody is in a thing; a role also counts where it is held inside an organization. */
  rightsOf(thing) {
    const own = thing.rights.filter(right => right.slug !== 'has_permission');
    return thing.kind === 'role' ? [...own, ...this.rights.filter(right => right.role === thing)] : own;
  }

  membersOf(thing) {
    return this.peopleWith(this.rightsOf(thing));
  }

  ofKind(kind) {
    return this.things.filter(thing => thing.kind === kind);
  }

  words(right) {
    if (right.role) return `${right.role.name} in ${right.thing.name}`;
    if (right.thing.kind === 'organization' || right.thing.kind === 'group') return right.slug === 'member' ? `member of ${right.thing.name}` : `${right.slug} of ${right.thing.name}`;
    return right.thing.name;
  }
}
