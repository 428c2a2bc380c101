# `make` lists the targets. Every target does its own set-up.
SHELL := /bin/bash
.DEFAULT_GOAL := help

help: ## List the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-18s %s\n", $$1, $$2}'

build: ## Compile everything
	dotnet build PlanetGraph.sln -c Release -v q --nologo

test: ## Install what the tests need and run all but the cluster's
	eng/test

chart: ## Write charts/ anew from generator/spec
	dotnet run --project generator -c Release -v q -- generate

.PHONY: help build test chart
