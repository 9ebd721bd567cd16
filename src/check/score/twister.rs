//! The Mersenne Twister, MT19937: the generator of Python's `random`, so that its draws can be had again elsewhere.
//!
//! Owns numbers that look random and are the same every time. Is given a seed. For drawing samples, never for secrets.

const N: usize = 624;
const M: usize = 397;

/// The state of the generator.
pub(super) struct Twister {
    state: [u32; N],
    at: usize,
}

impl Twister {
    /// The generator seeded with one whole number, as Python's `random.Random(seed)` is.
    pub fn new(seed: u32) -> Twister {
        let mut state = filled(19_650_218);
        for k in 0..N {
            let (at, before) = (k % (N - 1) + 1, state[k % (N - 1)]);
            state[at] = (state[at] ^ mixed(before, 1_664_525)).wrapping_add(seed);
            if at == N - 1 {
                state[0] = state[N - 1];
            }
        }
        for k in 0..N - 1 {
            let (at, before) = ((k + 1) % (N - 1) + 1, state[(k + 1) % (N - 1)]);
            state[at] = (state[at] ^ mixed(before, 1_566_083_941)).wrapping_sub(at as u32);
            if at == N - 1 {
                state[0] = state[N - 1];
            }
        }
        state[0] = 0x8000_0000;
        Twister { state, at: N }
    }

    /// A number below `n`, which is at least 1; as Python's `random.choices` takes it.
    pub fn below(&mut self, n: usize) -> usize {
        let (high, low) = (u64::from(self.word() >> 5), u64::from(self.word() >> 6));
        let unit = ((high << 26) + low) as f64 / (1u64 << 53) as f64;
        (unit * n as f64) as usize
    }

    fn word(&mut self) -> u32 {
        if self.at == N {
            self.turn();
        }
        let mut y = self.state[self.at];
        self.at += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ y >> 18
    }

    fn turn(&mut self) {
        for k in 0..N {
            let y = (self.state[k] & 0x8000_0000) | (self.state[(k + 1) % N] & 0x7fff_ffff);
            let odd = if y & 1 == 1 { 0x9908_b0df } else { 0 };
            self.state[k] = self.state[(k + M) % N] ^ y >> 1 ^ odd;
        }
        self.at = 0;
    }
}

fn filled(seed: u32) -> [u32; N] {
    let mut state = [seed; N];
    for k in 1..N {
        state[k] = mixed(state[k - 1], 1_812_433_253).wrapping_add(k as u32);
    }
    state
}

fn mixed(word: u32, factor: u32) -> u32 {
    (word ^ word >> 30).wrapping_mul(factor)
}

#[cfg(test)]
mod tests {
    use super::Twister;

    /// From Python: `r = random.Random(1); [int(r.random() * 1000) for _ in range(8)]`, and the 1000th.
    #[test]
    fn draws_are_those_of_python() {
        let mut draw = Twister::new(1);
        let first: Vec<usize> = (0..8).map(|_| draw.below(1000)).collect();
        assert_eq!(first, [134, 847, 763, 255, 495, 449, 651, 788]);
        let last = (8..1000).map(|_| draw.below(1_000_000)).last();
        assert_eq!(last, Some(706_261));
    }
}
