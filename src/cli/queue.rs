//! Work shared among threads, results in order.
//!
//! Owns the queue. Is given jobs and what to do with one. The results, and their order, do not depend on the number of
//! threads.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// The number of threads asked for, else that of the cores.
pub(crate) fn threads(asked: Option<usize>) -> usize {
    asked.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from)).max(1)
}

/// Runs `work` on every job and hands the results to `take` in the order of the jobs. An error from `take` ends it all.
pub(crate) fn run<'j, J, R, E>(
    jobs: &'j [J],
    threads: usize,
    work: impl Fn(&'j J) -> R + Sync,
    take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E>
where
    J: Sync,
    R: Send,
{
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (send, receive) = channel();
    thread::scope(|scope| {
        for _ in 0..threads.min(jobs.len()) {
            let (send, work) = (send.clone(), &work);
            let (next, stop) = (&next, &stop);
            scope.spawn(move || serve(jobs, next, stop, work, &send));
        }
        drop(send);
        in_order(receive.into_iter(), take).inspect_err(|_| stop.store(true, Ordering::Relaxed))
    })
}

fn serve<'j, J, R>(
    jobs: &'j [J],
    next: &AtomicUsize,
    stop: &AtomicBool,
    work: impl Fn(&'j J) -> R,
    send: &Sender<(usize, R)>,
) {
    while !stop.load(Ordering::Relaxed) {
        let at = next.fetch_add(1, Ordering::Relaxed);
        let Some(job) = jobs.get(at) else { return };
        if send.send((at, work(job))).is_err() {
            return;
        }
    }
}

/// Hands results on as soon as all before them are there.
fn in_order<R, E>(
    results: impl Iterator<Item = (usize, R)>,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let (mut waiting, mut at) = (BTreeMap::new(), 0);
    for (number, result) in results {
        waiting.insert(number, result);
        while let Some(result) = waiting.remove(&at) {
            take(result)?;
            at += 1;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::run;

    #[test]
    fn results_keep_the_order_of_jobs() {
        let jobs: Vec<u64> = (0..200).collect();
        for threads in [1, 2, 7] {
            let mut seen = Vec::new();
            let work = |job: &u64| (0..(job % 5) * 1000).fold(*job, |a, _| std::hint::black_box(a));
            run(&jobs, threads, work, |result| {
                seen.push(result);
                Ok::<(), ()>(())
            })
            .unwrap();
            assert_eq!(seen, jobs);
        }
    }

    #[test]
    fn an_error_ends_it() {
        let mut taken = 0;
        let ended = run(
            &[1, 2, 3],
            2,
            |job| *job,
            |_| {
                taken += 1;
                Err("full")
            },
        );
        assert_eq!((ended, taken), (Err("full"), 1));
    }
}
